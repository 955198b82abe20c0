package dev.almanac.command.schedule.schedule;

import static dev.almanac.command.schedule.Given.DETAILS;
import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.OPEN_CALENDAR;
import static dev.almanac.command.schedule.Given.TEN;
import static dev.almanac.command.schedule.Given.booking;
import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.schedule.model.SeriesHasTooManyOccurrences;
import dev.almanac.recurrence.Rrule;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleEventTest {
    private static final Request CLEO = by("cleo", Role.CUSTOMER);

    @Test
    void sch_006_a_series_ends_within_365_occurrences() {
        assertThat(changes(ScheduleEvent.decide(series("FREQ=DAILY;COUNT=365"), OPEN_CALENDAR)))
                .hasSize(1);
        assertThat(refusal(ScheduleEvent.decide(series("FREQ=DAILY;COUNT=366"), OPEN_CALENDAR)))
                .isInstanceOf(SeriesHasTooManyOccurrences.class);
        assertThat(refusal(ScheduleEvent.decide(series("FREQ=DAILY"), OPEN_CALENDAR)))
                .isInstanceOf(SeriesHasTooManyOccurrences.class);
    }

    private static ScheduleEvent series(String rrule) {
        return new ScheduleEvent(
                "e", booking(NINE, TEN, new Rrule(rrule)), DETAILS, false, List.of(), Terms.STRICT, null, CLEO);
    }
}
