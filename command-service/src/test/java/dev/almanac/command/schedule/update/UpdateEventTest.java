package dev.almanac.command.schedule.update;

import static dev.almanac.command.schedule.Given.DETAILS;
import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.OPEN_CALENDAR;
import static dev.almanac.command.schedule.Given.TEN;
import static dev.almanac.command.schedule.Given.at;
import static dev.almanac.command.schedule.Given.booking;
import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.schedule.Given;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class UpdateEventTest {
    private static final Request CLEO = by("cleo", Role.CUSTOMER);
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void an_update_that_says_the_same_changes_nothing_and_a_new_title_may_come_after_the_start() {
        var same = new UpdateEvent("e", booking(NINE, TEN, null), DETAILS, List.of(), Terms.STRICT, null, CLEO);
        assertThat(changes(UpdateEvent.decide(same, Given.event(), OPEN_CALENDAR)))
                .isEmpty();
        var retitled = new UpdateEvent(
                "e",
                booking(NINE, TEN, null),
                new dev.almanac.events.schedule.EventDetails(
                        null, "Better", null, null, null, 0, List.of(), List.of(), false),
                List.of(),
                Terms.STRICT,
                null,
                at(NOON, "ana", Role.MANAGER));
        assertThat(changes(UpdateEvent.decide(retitled, Given.event(), OPEN_CALENDAR)))
                .hasOnlyElementsOfType(EventUpdated.class);
    }
}
