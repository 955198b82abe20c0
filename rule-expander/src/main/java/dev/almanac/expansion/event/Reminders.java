package dev.almanac.expansion.event;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.EventDetails;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The reminders of one event that are still to come.
 *
 * @param event null where it does not take place
 * @param settled up to when all that was due has been told or is of no use any more
 */
record Reminders(@Nullable EventDefinition event, Instant settled) {

    /** When the next one is due. */
    Optional<Instant> next() {
        return open().map(Reminder::dueAt).min(Comparator.naturalOrder());
    }

    /** Those whose time has come, the first first. */
    List<Reminder> due(Instant now) {
        return open().filter(reminder -> !reminder.dueAt().isAfter(now))
                .sorted(Comparator.comparing(Reminder::dueAt))
                .toList();
    }

    private Stream<Reminder> open() {
        return event == null
                ? Stream.empty()
                : all(event).filter(reminder -> reminder.dueAt().isAfter(settled));
    }

    private static Stream<Reminder> all(EventDefinition event) {
        if (!event.reminds()) {
            return Stream.empty();
        }
        return event.booking().recurs()
                ? event.occurrences().stream()
                        .flatMap(one -> of(one.occurrenceId(), one.slot(), event.detailsOf(one.occurrenceId())))
                : of(event.scheduleId(), event.booking().slot(), event.details());
    }

    private static Stream<Reminder> of(String scheduledEventId, TimeSlot slot, EventDetails details) {
        return details.reminders().stream().map(before -> new Reminder(scheduledEventId, slot, before));
    }
}
