package dev.almanac.command.schedule.reschedule;

import static dev.almanac.command.schedule.Given.DETAILS;
import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.TEN;
import static dev.almanac.command.schedule.Given.booking;
import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.schedule.ScheduleEvent;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.recurrence.Rrule;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
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

    private static ScheduleEvent series(String rrule) {
        return new ScheduleEvent(
                "e", booking(NINE, TEN, new Rrule(rrule)), DETAILS, false, List.of(), Terms.STRICT, null, CLEO);
    }
}
