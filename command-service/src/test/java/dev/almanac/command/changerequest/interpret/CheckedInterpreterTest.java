package dev.almanac.command.changerequest.interpret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.command.changerequest.interpret.Intention.Disable;
import dev.almanac.command.changerequest.interpret.Interpretation.NotUnderstood;
import dev.almanac.command.changerequest.interpret.Interpretation.Understood;
import dev.almanac.events.changerequest.ChangeWarning;
import dev.almanac.events.changerequest.ChangeWarning.Code;
import dev.almanac.events.changerequest.SubjectKind;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an interpreter that is not ours may come to. */
class CheckedInterpreterTest {
    private static final Candidate BACKUP = new Candidate(SubjectKind.RULE, "backup", "Backup", true);
    private static final Candidate PAYROLL = new Candidate(SubjectKind.RULE, "payroll", "Payroll", true);
    private static final Sentence SENTENCE =
            new Sentence("disable the backup", ZoneOffset.UTC, LocalDateTime.parse("2026-03-01T12:00:00"));
    private static final Candidates CANDIDATES = new Candidates(List.of(BACKUP), null);

    private static Interpretation checked(Interpretation answer) {
        return new CheckedInterpreter(new Interpreter() {
                    @Override
                    public String name() {
                        return "model";
                    }

                    @Override
                    public Interpretation interpret(Sentence sentence, Candidates candidates) {
                        return answer;
                    }
                })
                .interpret(SENTENCE, CANDIDATES);
    }

    @Test
    void an_answer_about_a_candidate_is_taken() {
        Understood answer = new Understood(BACKUP, new Disable(), 0.8, List.of());
        assertThat(checked(answer)).isEqualTo(answer);
    }

    @Test
    void an_answer_about_anything_else_is_none() {
        assertThat(checked(new Understood(PAYROLL, new Disable(), 1, List.of())))
                .isEqualTo(
                        Interpretation.nothing(Code.NOTHING_MATCHED, "The sentence names nothing that you may change"));
        Candidate disguised = new Candidate(SubjectKind.EVENT, "backup", "Backup", true);
        assertThat(checked(new Understood(disguised, new Disable(), 1, List.of())))
                .isInstanceOf(NotUnderstood.class);
    }

    @Test
    void what_it_says_is_bounded_and_names_no_others() {
        ChangeWarning longest = new ChangeWarning(Code.NOT_UNDERSTOOD, "x".repeat(100_000));
        NotUnderstood answer = (NotUnderstood)
                checked(new NotUnderstood(Collections.nCopies(1_000, longest), List.of(PAYROLL, BACKUP)));
        assertThat(answer.candidates()).containsExactly(BACKUP);
        assertThat(answer.warnings()).hasSizeLessThanOrEqualTo(20);
        assertThat(answer.warnings()).allMatch(warning -> warning.text().length() <= 500);
    }

    @Test
    void one_that_breaks_has_understood_nothing() {
        Interpreter broken = new Interpreter() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public Interpretation interpret(Sentence sentence, Candidates candidates) {
                throw new IllegalStateException("the model is away");
            }
        };
        assertThat(new CheckedInterpreter(broken).interpret(SENTENCE, CANDIDATES))
                .isInstanceOf(NotUnderstood.class);
    }

    @Test
    void what_is_out_of_bounds_cannot_even_be_said() {
        assertThatThrownBy(() -> new Understood(BACKUP, new Disable(), 1.1, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Understood(BACKUP, new Disable(), Double.NaN, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Repeats.EveryPeriod(Duration.ofSeconds(10)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Repeats.Weekly(53, Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Which.Next(21)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Intention.Shift(null, Duration.ofDays(400)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Intention.Retime(null, null)).isInstanceOf(IllegalArgumentException.class);
    }
}
