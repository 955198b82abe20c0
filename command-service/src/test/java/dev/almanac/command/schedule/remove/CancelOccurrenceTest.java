package dev.almanac.command.schedule.remove;

import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.schedule.Given;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import org.junit.jupiter.api.Test;

class CancelOccurrenceTest {
    private static final Request CLEO = by("cleo", Role.CUSTOMER);

    @Test
    void an_occurrence_is_cancelled_once() {
        var command = new CancelOccurrence("e", "e@20260311T090000", "rain", CLEO);
        var cancelled = new OccurrenceCancelled("e", "e@20260311T090000", "rain", "cleo");
        assertThat(changes(CancelOccurrence.decide(command, Given.series()))).containsExactly(cancelled);
        assertThat(changes(CancelOccurrence.decide(command, Given.state(Given.scheduled(Given.FOUR_DAYS), cancelled))))
                .isEmpty();
    }
}
