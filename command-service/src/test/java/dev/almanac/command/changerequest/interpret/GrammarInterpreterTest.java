package dev.almanac.command.changerequest.interpret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.changerequest.interpret.Interpretation.NotUnderstood;
import dev.almanac.command.changerequest.interpret.Interpretation.Understood;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.SubjectKind;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each line of {@code sentences.txt}: a sentence, {@code =>} and what it means, which begins with the subject's id. Asked on
 * Thursday, 26 November 2026, at 10:00 in Vienna, of {@link #CANDIDATES}; after a leading {@code [id]}, on the card of that one.
 */
class GrammarInterpreterTest {
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-11-26T10:00:00");
    private static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");
    private static final List<Candidate> CANDIDATES = List.of(
            rule("backup", "Nightly backup"),
            rule("billing", "Billing"),
            rule("monday", "Monday report"),
            rule("coffee", "Kaffeemaschine prüfen"),
            rule("mail", "Mail export"),
            rule("stock", "Stock export"),
            new Candidate(SubjectKind.EVENT, "board", "Board meeting", false),
            new Candidate(SubjectKind.EVENT, "standup", "Stand-up", true));

    private static Candidate rule(String id, String name) {
        return new Candidate(SubjectKind.RULE, id, name, true);
    }

    static Stream<Arguments> sentences() throws IOException {
        try (InputStream table = GrammarInterpreterTest.class.getResourceAsStream("/changerequest/sentences.txt")) {
            return new String(Objects.requireNonNull(table).readAllBytes(), UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.split("=>", 2))
                            .map(parts -> Arguments.of(parts[0].strip(), parts[1].strip()))
                            .toList()
                            .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void a_sentence_means_what_the_table_says(String sentence, String meaning) {
        assertThat(said(read(sentence))).isEqualTo(meaning);
    }

    @Test
    void the_table_has_at_least_150_sentences() throws IOException {
        assertThat(sentences()).hasSizeGreaterThanOrEqualTo(150);
    }

    @ParameterizedTest
    @MethodSource("sentences")
    void a_sentence_means_the_same_in_capitals_and_with_spaces_around_it(String sentence, String meaning) {
        String loud = sentence.startsWith("[") ? sentence : "  " + sentence.toUpperCase(java.util.Locale.ROOT) + " ";
        assertThat(said(read(loud)).replaceAll(" .*", "")).isEqualTo(meaning.replaceAll(" .*", ""));
    }

    @Test
    void whatever_is_repeated_up_to_the_limit_is_answered_at_once() {
        for (String word : List.of(
                "move ",
                "every second friday ",
                "at 3 ",
                "a",
                "1",
                ":",
                "((((",
                "nightly backup ",
                "\u202e",
                "next ",
                "5.5.",
                "the ",
                "mon,",
                "half past ")) {
            String text = word.repeat(Sentence.LENGTH_MAX / word.length());
            long begin = System.nanoTime();
            Interpretation read = interpret(text, new Candidates(CANDIDATES, null));
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).as(word).isLessThan(Duration.ofSeconds(2));
            assertThat(read).as(word).isInstanceOf(NotUnderstood.class);
        }
    }

    @Test
    void who_has_the_name_of_another_is_told_from_it_by_the_longer_name() {
        Candidates both = new Candidates(List.of(rule("short", "Backup"), rule("long", "Nightly backup")), null);
        assertThat(said(interpret("pause the nightly backup", both))).startsWith("long ");
        assertThat(said(interpret("pause the backup", both))).startsWith("short ");
    }

    @Test
    void a_date_with_slashes_is_read_as_its_zone_writes_it_and_with_less_confidence() {
        Candidates candidates = new Candidates(CANDIDATES, null);
        GrammarInterpreter grammar = new GrammarInterpreter();
        String text = "move the board meeting to 03/04";
        Understood american =
                (Understood) grammar.interpret(new Sentence(text, ZoneId.of("America/Chicago"), NOW), candidates);
        Understood european = (Understood) grammar.interpret(new Sentence(text, VIENNA, NOW), candidates);
        assertThat(said(american)).isEqualTo("board move to 2027-03-04 (0.6 AMBIGUOUS_DATE)");
        assertThat(said(european)).isEqualTo("board move to 2027-04-03 (0.6 AMBIGUOUS_DATE)");
    }

    @Test
    void what_no_candidate_is_called_is_never_found() {
        assertThat(said(interpret("pause the payroll", new Candidates(CANDIDATES, null))))
                .isEqualTo("- NOTHING_MATCHED");
        assertThat(said(interpret("pause the payroll", new Candidates(List.of(), null))))
                .isEqualTo("- NOTHING_MATCHED");
    }

    private static Interpretation read(String sentence) {
        if (!sentence.startsWith("[")) {
            return interpret(sentence, new Candidates(CANDIDATES, null));
        }
        String id = sentence.substring(1, sentence.indexOf(']'));
        Candidate given = CANDIDATES.stream()
                .filter(candidate -> candidate.subjectId().equals(id))
                .findFirst()
                .orElseThrow();
        return interpret(sentence.substring(sentence.indexOf(']') + 1), new Candidates(CANDIDATES, given));
    }

    private static Interpretation interpret(String text, Candidates candidates) {
        return new CheckedInterpreter(new GrammarInterpreter()).interpret(new Sentence(text, VIENNA, NOW), candidates);
    }

    private static String said(Interpretation interpretation) {
        return switch (interpretation) {
            case Understood understood ->
                understood.subject().subjectId() + " " + said(understood.intention()) + " (" + understood.confidence()
                        + codes(understood.warnings()) + ")";
            case NotUnderstood(var warnings, var candidates) ->
                "-" + codes(warnings)
                        + (warnings.stream().anyMatch(one -> one.code() == ChangeWarning.Code.TWO_MATCHED)
                                ? candidates.stream()
                                        .map(Candidate::subjectId)
                                        .collect(Collectors.joining(" ", " ", ""))
                                : "");
        };
    }

    private static String codes(List<ChangeWarning> warnings) {
        return warnings.stream().map(warning -> " " + warning.code()).collect(Collectors.joining());
    }

    private static String said(Intention intention) {
        return switch (intention) {
            case Intention.Retime(var time, var repeats) ->
                "retime" + told(" ", time) + told(" ", repeats == null ? null : said(repeats));
            case Intention.Move(var which, var date, var time) ->
                "move" + told(" ", which == null ? null : said(which)) + " to" + told(" ", date) + told(" ", time);
            case Intention.Shift(var which, var by) ->
                "shift" + told(" ", which == null ? null : said(which)) + " by " + by;
            case Intention.Skip(var which) -> "skip " + said(which);
            case Intention.Cancel(var which) -> "cancel" + told(" ", which == null ? null : said(which));
            case Intention.Pause(var until) -> "pause" + told(" until ", until);
            case Intention.Resume() -> "resume";
            case Intention.Disable() -> "disable";
            case Intention.RunNow() -> "run-now";
        };
    }

    private static String said(Which which) {
        return switch (which) {
            case Which.Next(var count) -> "next-" + count;
            case Which.On(var date) -> "on-" + date;
        };
    }

    private static String said(Repeats repeats) {
        return switch (repeats) {
            case Repeats.Weekly(var interval, var days) ->
                "weekly/" + interval + " "
                        + (days.isEmpty()
                                ? "*"
                                : days.stream()
                                        .sorted()
                                        .map(day -> day.name().substring(0, 2))
                                        .collect(Collectors.joining(",")));
            case Repeats.EveryDays(var days) -> "days/" + days;
            case Repeats.EveryPeriod(var period) -> "every " + period;
            case Repeats.Monthly(var interval, var day) -> "monthly/" + interval + " " + day;
            case Repeats.MonthlyNth(var nth, var day) ->
                "monthly-nth " + nth + " " + day.name().substring(0, 2);
        };
    }

    private static String told(String before, @org.jspecify.annotations.Nullable Object value) {
        return value == null ? "" : before + value;
    }
}
