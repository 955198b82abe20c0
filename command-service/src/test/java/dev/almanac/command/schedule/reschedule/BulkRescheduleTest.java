package dev.almanac.command.schedule.reschedule;

import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.Decision;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.ItemsAreRefused;
import dev.almanac.command.rejection.RefusedItem;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.model.ScheduleId;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduledEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BulkRescheduleTest {
    private static final Map<String, ScheduledEvent> ONE = Map.of("e", Given.event());

    @Test
    void all_are_moved() {
        List<ScheduleChange> changes =
                Given.changes(BulkReschedule.decide(bulk(Given.CLEO_THE_MANAGER, move("e")), ONE));
        assertThat(changes).singleElement().isInstanceOfSatisfying(EventRescheduled.class, moved -> {
            assertThat(moved.oldStartDateTime()).isEqualTo(NINE);
            assertThat(moved.newStartDateTime()).isEqualTo(TEN);
        });
    }

    @Test
    void one_that_is_refused_keeps_all_where_they_are_and_is_named() {
        Decision.given(ONE)
                .when(events -> BulkReschedule.decide(bulk(Given.CLEO_THE_MANAGER, move("e"), move("other")), events))
                .thenRefused(new ItemsAreRefused(
                        1, List.of(new RefusedItem("other", new SubjectDoesNotExist("Scheduled event", "other")))));
    }

    @Test
    void what_a_customer_did_not_book_is_refused_item_by_item() {
        assertThat(Given.refusal(BulkReschedule.decide(bulk(Given.by("carl", Role.CUSTOMER), move("e")), ONE)))
                .isInstanceOfSatisfying(
                        ItemsAreRefused.class,
                        refused -> assertThat(refused.items())
                                .singleElement()
                                .satisfies(item -> assertThat(item.rejection()).isInstanceOf(CallerMayNot.class)));
    }

    private static Move move(String id) {
        return new Move(ScheduleId.of(id), TEN);
    }

    private static BulkReschedule bulk(Request request, Move... moves) {
        return new BulkReschedule(List.of(moves), null, null, request);
    }
}
