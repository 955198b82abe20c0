package dev.almanac.events.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What there is to tell.
 *
 * @param when null where it is about no time
 * @param actions what the recipient can do about it
 */
public record Notice(
        NotificationType notificationType,
        NotificationCategory category,
        Cause cause,
        About about,
        @Nullable When when,
        List<NoticeAction> actions) {

    public Notice {
        actions = List.copyOf(actions == null ? List.of() : actions);
    }

    /**
     * The change that it tells of.
     *
     * @param changeType its published type, such as {@code EventRescheduled.v1}
     * @param by who did it: the token's subject, or a service
     * @param reason why, where somebody said so
     */
    public record Cause(
            String changeType,
            String changeId,
            String by,
            @Nullable String reason) {}

    /**
     * What it is about.
     *
     * @param subjectId of the event, occurrence, conflict, calendar, rule or webhook
     * @param title of the event, rule or calendar
     * @param calendarId the calendar or queue that it is on
     * @param owner who owns the calendar or the rule
     * @param otherTitle of a conflict: the other event, or why the resource is out
     * @param level of a conflict
     */
    public record About(
            String subjectId,
            @Nullable String title,
            @Nullable String calendarId,
            @Nullable String resourceId,
            @Nullable String owner,
            @Nullable String otherTitle,
            @Nullable String level) {

        public About(String subjectId, @Nullable String title, @Nullable String calendarId, @Nullable String owner) {
            this(subjectId, title, calendarId, null, owner, null, null);
        }
    }

    /**
     * When the event or run takes place, or where two overlap.
     *
     * @param previousStartDateTime when it would have taken place before
     * @param timeZone IANA id in which these times are meant
     * @param before of a reminder: how long before the start
     */
    public record When(
            Instant startDateTime,
            @Nullable Instant endDateTime,
            @Nullable Instant previousStartDateTime,
            @Nullable String timeZone,
            @Nullable Duration before) {

        public When(Instant startDateTime, @Nullable Instant endDateTime, @Nullable String timeZone) {
            this(startDateTime, endDateTime, null, timeZone, null);
        }
    }
}
