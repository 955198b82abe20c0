package dev.almanac.terminal.plain;

import dev.almanac.terminal.api.Api;
import dev.almanac.terminal.calendar.Answer.Conflicts;
import dev.almanac.terminal.calendar.Answer.Entries;
import dev.almanac.terminal.calendar.Answer.Explained;
import dev.almanac.terminal.calendar.Command;
import dev.almanac.terminal.calendar.Conflict;
import dev.almanac.terminal.calendar.Filter;
import dev.almanac.terminal.calendar.Item;
import dev.almanac.terminal.calendar.LocalDay;
import dev.almanac.terminal.calendar.Question;
import dev.almanac.terminal.calendar.Spoken;
import dev.almanac.terminal.console.Surroundings;
import dev.almanac.terminal.source.Failures;
import dev.almanac.terminal.source.Reading;
import dev.almanac.terminal.text.Columns;
import dev.almanac.terminal.times.DateWords;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line is asked, lines are answered. */
public final class Conversation {
    private static final int WEEK_DAYS = 7;

    private final Reading reading;
    private final Deeds deeds;
    private final Surroundings surroundings;
    private final ZoneId zone;
    private final Filter filter;
    private final BufferedReader lines;
    private LocalDate date = LocalDate.EPOCH;
    private List<Item> items = List.of();
    private List<Conflict> conflicts = List.of();
    private Optional<Conflict> explained = Optional.empty();

    public Conversation(Api api, Surroundings surroundings, ZoneId zone, Filter filter) {
        this.reading = new Reading(api);
        this.surroundings = surroundings;
        this.zone = zone;
        this.filter = filter;
        this.lines = new BufferedReader(new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8));
        this.deeds = new Deeds(api, zone, this::say, this::line);
    }

    /** Until somebody leaves, or types no more. */
    public void about(LocalDate first) throws IOException {
        date = first;
        say("help lists what can be said.");
        tried(() -> day(first));
        for (String typed = line(); typed != null && !isEnd(typed); typed = line()) {
            Line line = Line.of(typed);
            tried(() -> take(line));
        }
    }

    private static boolean isEnd(String typed) {
        return typed.strip().equals("quit") || typed.strip().equals("q");
    }

    private void take(Line line) {
        switch (line.verb()) {
            case "" -> {}
            case "help", "?" -> Sentences.HELP.forEach(this::say);
            case "day", "go" ->
                DateWords.parse(line.rest(0), today())
                        .ifPresentOrElse(this::day, () -> say("That is no date: try 2030-06-03, tomorrow, fri or +7."));
            case "today" -> day(today());
            case "next" -> day(date.plusDays(1));
            case "previous" -> day(date.minusDays(1));
            case "week" -> week();
            case "search" -> search(line.rest(0));
            case "conflicts" -> conflicts();
            case "conflict" -> chosen(line, conflicts).ifPresent(this::explain);
            case "apply" -> apply(line);
            case "show" -> chosen(line, items).ifPresent(item -> say(Sentences.item(item, zone)));
            case "undo" -> deeds.undo(reading);
            default -> act(line);
        }
    }

    private void act(Line line) {
        if (!Deeds.VERBS.contains(line.verb())) {
            say("Nobody knows what " + line.verb() + " is here: help lists what can be said.");
            return;
        }
        chosen(line, items)
                .flatMap(item -> deeds.command(line, item, date, today()))
                .filter(deeds::isDone)
                .ifPresent(_ -> day(date));
    }

    private void day(LocalDate other) {
        date = other;
        items = List.of();
        tell(other);
    }

    private void week() {
        items = List.of();
        date.datesUntil(date.plusDays(WEEK_DAYS)).forEach(this::tell);
    }

    /** Numbers go on from day to day. */
    private void tell(LocalDate day) {
        if (reading.answer(new Question.DiaryOf(new LocalDay(day, zone).slot(), zone, filter))
                instanceof Entries told) {
            List<Item> more = told.diary().items();
            Sentences.day(day, more, items.size() + 1, zone).forEach(this::say);
            items = Stream.concat(items.stream(), more.stream()).toList();
        }
    }

    private void search(String words) {
        if (reading.answer(new Question.Search(words)) instanceof Entries found) {
            items = found.diary().items();
            say(items.isEmpty() ? "Nothing was found." : items.size() + " found.");
            for (int index = 0; index < items.size(); index++) {
                Item item = items.get(index);
                say(index + 1 + ": " + Spoken.day(item.startIn(zone).toLocalDate()) + ", "
                        + Sentences.item(item, zone));
            }
        }
    }

    private void conflicts() {
        if (reading.answer(new Question.OpenConflicts(zone)) instanceof Conflicts told) {
            conflicts = told.conflicts();
            Sentences.conflicts(conflicts, zone).forEach(this::say);
        }
    }

    private void explain(Conflict conflict) {
        if (reading.answer(new Question.ConflictOf(conflict.id(), zone)) instanceof Explained(var told)) {
            explained = Optional.of(told);
            Sentences.explained(told).forEach(this::say);
        }
    }

    private void apply(Line line) {
        if (explained.isEmpty()) {
            say("Say conflict and its number first.");
            return;
        }
        Conflict conflict = explained.get();
        chosen(line, conflict.suggestions())
                .map(way -> (Command) new Command.ApplySuggestion(conflict, way))
                .filter(deeds::isDone)
                .ifPresent(_ -> conflicts());
    }

    /** By the number that was said last. */
    private <T> Optional<T> chosen(Line line, List<T> among) {
        Optional<T> found = line.number(0)
                .filter(number -> number >= 1 && number <= among.size())
                .map(number -> among.get(number - 1));
        if (found.isEmpty()) {
            say("Say a number from 1 to " + among.size() + " after " + line.verb() + ".");
        }
        return found;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(surroundings.clock().instant(), zone);
    }

    private void tried(Runnable asked) {
        try {
            asked.run();
        } catch (RuntimeException failure) {
            say(Failures.sentence(failure));
        }
    }

    private @Nullable String line() {
        try {
            return lines.readLine();
        } catch (IOException gone) {
            return null;
        }
    }

    private void say(String line) {
        surroundings.out().print(Columns.harmless(line) + "\n");
        surroundings.out().flush();
    }
}
