package dev.almanac.events.wire;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
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
    private static final Map<String, List<Consumer<ObjectNode>>> STEPS = Map.of(
            Change.typeOf(EventRemovedFromCalendar.class),
            List.of(Upcasts::sayWhetherOnlyForNow),
            Change.typeOf(EventScheduledOnCalendar.class),
            // The last of each: who is reminded; before, nobody was.
            List.of(Upcasts::sayThatAllTakePlace, Upcasts::stay, Upcasts::stay),
            // Whose ids moved series keep, and why; then, how times were meant and what iCalendar said beside:
            // before, nobody said so.
            Change.typeOf(EventUpdated.class),
            List.of(Upcasts::stay, Upcasts::stay, Upcasts::stay),
            Change.typeOf(EventRescheduled.class),
            List.of(Upcasts::stay, Upcasts::stay),
            Change.typeOf(OccurrenceRescheduled.class),
            List.of(Upcasts::stay, Upcasts::stay, Upcasts::stay),
            Change.typeOf(ScheduleConflictCleared.class),
            List.of(Upcasts::stay),
            // Who may book without a share: before, nobody.
            Change.typeOf(CalendarCreated.class),
            List.of(Upcasts::stay),
            Change.typeOf(CalendarUpdated.class),
            List.of(Upcasts::stay),
            // What single occurrences need: before, every published occurrence needed what the series did.
            Change.typeOf(OccurrencesMaterialised.class),
            List.of(Upcasts::stay),
            // Where they go on: before, nobody said so.
            Change.typeOf(OccurrencesWithdrawn.class),
            List.of(Upcasts::stay));

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

    /** Revision 2. Before, exceptions were only published behind it. */
    private static void sayThatAllTakePlace(ObjectNode scheduled) {
        if (!scheduled.hasNonNull("departing")) {
            scheduled.putArray("departing");
        }
    }

    /** A revision that may say more, where silence means what it meant before. */
    private static void stay(ObjectNode change) {}
}
