package dev.almanac.command.schedule.confirm;

import static dev.almanac.command.schedule.Given.CLEO_THE_MANAGER;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.Given;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceConfirmed;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConfirmOccurrenceTest {
    private static final String SECOND = "e@20260311T090000";

    @Test
    void what_no_series_has_is_not_found() {
        var command = new ConfirmOccurrence("e", "e@20260312T100000", null, CLEO_THE_MANAGER);
        assertThat(refusal(ConfirmOccurrence.decide(command, Given.series()))).isInstanceOf(SubjectDoesNotExist.class);
        assertThat(refusal(ConfirmOccurrence.decide(command, Given.event()))).isInstanceOf(SubjectDoesNotExist.class);
    }

    @Test
    void an_occurrence_is_confirmed_by_itself_and_once() {
        var command = new ConfirmOccurrence("e", SECOND, "agreed", CLEO_THE_MANAGER);
        var confirmed = new OccurrenceConfirmed("e", SECOND, "cleo", "agreed");
        assertThat(changes(ConfirmOccurrence.decide(command, Given.series()))).containsExactly(confirmed);
        assertThat(changes(
                        ConfirmOccurrence.decide(command, ScheduledEvent.evolve(Given.series(), List.of(confirmed)))))
                .isEmpty();
    }
}
