package dev.almanac.events.calendar;

import dev.almanac.events.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Changes of calendars, on {@code scheduling.calendars.v1}, keyed by calendar id. */
public sealed interface CalendarChange extends Change {

    String calendarId();

    @Override
    default String subject() {
        return calendarId();
    }

    record CalendarCreated(String calendarId, CalendarProfile profile) implements CalendarChange {}

    record CalendarUpdated(String calendarId, CalendarProfile profile) implements CalendarChange {}

    record CalendarDeactivated(String calendarId, @Nullable String reason) implements CalendarChange {}

    /** Somebody may use the calendar from now on; a share replaces the one that they had. */
    record CalendarShared(String calendarId, String sharedWith, ShareLevel level) implements CalendarChange {}

    record CalendarUnshared(String calendarId, String sharedWith) implements CalendarChange {}

    /**
     * Programs that show the token may read the calendar as a feed, as far as who created it may read it.
     *
     * @param tokenHash SHA-256 of the token, in hexadecimal; the token itself is nowhere
     * @param name which program it is for
     * @param byManager whether a manager's role let its creator read the calendar, rather than a share that may end
     */
    record FeedTokenCreated(
            String calendarId,
            String feedTokenId,
            String tokenHash,
            @Nullable String name,
            String createdBy,
            boolean byManager)
            implements CalendarChange {}

    record FeedTokenRevoked(String calendarId, String feedTokenId, String revokedBy) implements CalendarChange {}

    /** SCH-022: a claim took the calendar to 80 % of its capacity or more, somewhere in the slot. */
    record OverbookingWarningTriggered(
            String calendarId,
            String scheduledEventId,
            Instant startDateTime,
            Instant endDateTime,
            int currentCount,
            int maxCapacity,
            double warningThreshold)
            implements CalendarChange {}

    /** SCH-023: a claim beyond capacity was refused. */
    record OverbookingPreventedBySystem(
            String calendarId,
            String scheduledEventId,
            Instant startDateTime,
            Instant endDateTime,
            String attemptedBy,
            Instant preventedAt)
            implements CalendarChange {}

    /** SCH-021, SCH-024, SCH-025: a manager booked beyond capacity, and said why. */
    record OverbookingAllowedByOverride(
            String calendarId,
            String scheduledEventId,
            String overriddenBy,
            String overrideReason,
            Instant overriddenAt)
            implements CalendarChange {}
}
