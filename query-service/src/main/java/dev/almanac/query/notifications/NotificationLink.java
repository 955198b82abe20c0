package dev.almanac.query.notifications;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.OccurrenceId;
import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NoticeAction;
import java.net.URLEncoder;
import java.util.List;

/**
 * What can be done about a notification.
 *
 * @param rel what it does; OPEN reads what it is about
 * @param method of HTTP
 * @param href path on the origin of the API
 */
record NotificationLink(NoticeAction rel, String method, String href) {
    private static final String API = "/api/v1";

    static List<NotificationLink> of(Notice notice) {
        return notice.actions().stream().map(action -> of(action, notice)).toList();
    }

    private static NotificationLink of(NoticeAction action, Notice notice) {
        String id = encoded(notice.about().subjectId());
        return switch (action) {
            case OPEN -> new NotificationLink(action, "GET", API + subject(notice));
            case REVIEW -> post(action, "/schedules/conflicts/" + id + "/review");
            case APPROVE_BACKFILL -> post(action, "/occurrences/" + id + "/approve-backfill");
            case RESCHEDULE -> post(action, "/schedules/" + id + "/reschedule");
            case DISCARD -> post(action, "/occurrences/" + id + "/discard");
            case RESUME -> post(action, "/schedules/rules/" + id + "/resume");
        };
    }

    private static NotificationLink post(NoticeAction action, String path) {
        return new NotificationLink(action, "POST", API + path);
    }

    private static String subject(Notice notice) {
        String id = notice.about().subjectId();
        return switch (notice.notificationType()) {
            case CONFLICT_DETECTED, CONFLICT_ESCALATED, CONFLICT_CLEARED -> "/schedules/conflicts/" + encoded(id);
            case OVERBOOKING_WARNED,
                    OVERBOOKING_OVERRIDDEN,
                    EVENT_INVITED,
                    EVENT_MOVED,
                    EVENT_REMOVED,
                    EVENT_CONFIRMED,
                    ORPHAN_FOUND,
                    REMINDER -> "/schedules/" + encoded(id);
            case CALENDAR_SHARED -> "/calendars/" + encoded(id);
            case RUN_MISSED, RUN_FAILED, RULE_PAUSED -> "/schedules/rules/" + encoded(OccurrenceId.seriesOf(id));
            case WEBHOOK_DISABLED -> "/webhooks/" + encoded(id);
        };
    }

    private static String encoded(String id) {
        return URLEncoder.encode(id, UTF_8).replace("+", "%20");
    }
}
