package dev.almanac.expansion.event;

import dev.almanac.events.Draft;
import dev.almanac.expansion.event.ReminderTimers.Timer;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one event.
 *
 * @param version its last change that was seen; repeats and stragglers are older
 * @param sequence the last occurrence change that was published about it, -1 before the first
 * @param definition null once it was removed
 * @param draft null but while its changes are republished
 * @param position of its last change in the event store; null in states of earlier builds
 * @param reminded up to when its reminders are settled; null before the first change, and in states of earlier builds
 * @param nextReminder when it is to be looked at for a reminder; null where none waits
 */
record SeriesState(
        long version,
        long sequence,
        @Nullable EventDefinition definition,
        @Nullable Draft<EventDefinition> draft,
        @Nullable Long position,
        @Nullable Instant reminded,
        @Nullable Instant nextReminder) {
    static final SeriesState UNKNOWN = new SeriesState(-1, -1, null, null, null, null, null);

    SeriesState with(@Nullable Draft<EventDefinition> newDraft) {
        return new SeriesState(version, sequence, definition, newDraft, position, reminded, nextReminder);
    }

    SeriesState told(long newSequence, Instant settled) {
        return new SeriesState(version, newSequence, definition, draft, position, settled, nextReminder);
    }

    SeriesState waiting(@Nullable Instant next) {
        return new SeriesState(version, sequence, definition, draft, position, reminded, next);
    }

    Optional<Timer> timer(String scheduleId) {
        return Optional.ofNullable(nextReminder).map(at -> new Timer(scheduleId, at));
    }

    /** One whose time had passed when the event was first heard of is not told. */
    Reminders reminders() {
        return new Reminders(definition, reminded == null ? Instant.MAX : reminded);
    }
}
