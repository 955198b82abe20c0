package dev.almanac.command.schedule.reschedule;

import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.Given;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RescheduleOccurrenceTest {
    private static final Request CLEO = by("cleo", Role.CUSTOMER);
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void one_occurrence_moves_under_its_old_id_and_the_series_stays() {
        var command = new RescheduleOccurrence("e", "e@20260311T090000", NOON, null, null, null, CLEO);
        assertThat(changes(RescheduleOccurrence.decide(command, Given.series())).getFirst())
                .isEqualTo(new OccurrenceRescheduled(
                        "e",
                        "e@20260311T090000",
                        NOON,
                        NOON.plusSeconds(3600),
                        null,
                        null,
                        "cleo",
                        LocalDateTime.ofInstant(NOON, ZoneOffset.UTC)));
    }

    @Test
    void an_occurrence_that_the_series_does_not_name_does_not_exist() {
        var command = new RescheduleOccurrence("e", "e@20260401T090000", NOON, null, null, null, CLEO);
        assertThat(refusal(RescheduleOccurrence.decide(command, Given.series())))
                .isInstanceOf(SubjectDoesNotExist.class);
        assertThat(refusal(RescheduleOccurrence.decide(command, Given.event())))
                .isInstanceOf(SubjectDoesNotExist.class);
    }
}
