package dev.almanac.expansion.event;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.occurrence.OccurrenceChange.ReminderDue;
import java.time.Duration;
import java.time.Instant;

/**
 * So long before an event or an occurrence starts, somebody is told of it.
 *
 * @param scheduledEventId of the occurrence; of an event that does not recur, its own
 */
record Reminder(String scheduledEventId, TimeSlot slot, Duration before) {
    /** One at the start itself cannot be told before it. */
    private static final Duration AT_START = Duration.ofMinutes(1);

    Instant dueAt() {
        return slot.start().minus(before);
    }

    /** Told late, it still helps while the event has not started. */
    boolean isOfUse(Instant now) {
        return now.isBefore(before.isZero() ? slot.start().plus(AT_START) : slot.start());
    }

    ReminderDue of(EventDefinition event) {
        return new ReminderDue(
                event.scheduleId(),
                scheduledEventId,
                event.booking().calendarId(),
                slot.start(),
                slot.end(),
                before,
                event.booking().timeZone());
    }
}
