package dev.almanac.events.wire;

import dev.almanac.events.Change;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * How the JSON of an earlier revision becomes that of the next, for all that reads changes: the event store, the readers of
 * topics, and what keeps changes inside something else.
 */
final class Upcasts {
    /** By type: the first makes revision 2 of revision 1, and so on. Each is there for good, as is what was recorded. */
    private static final Map<String, List<Consumer<ObjectNode>>> STEPS =
            Map.of(Change.typeOf(EventRemovedFromCalendar.class), List.of(Upcasts::sayWhetherOnlyForNow));

    private Upcasts() {}

    static List<Consumer<ObjectNode>> of(String type) {
        return STEPS.getOrDefault(type, List.of());
    }

    /** Revision 2. Before, only an event that was taken off for now said so. */
    private static void sayWhetherOnlyForNow(ObjectNode removed) {
        if (!removed.hasNonNull("unscheduled")) {
            removed.put("unscheduled", false);
        }
    }
}
