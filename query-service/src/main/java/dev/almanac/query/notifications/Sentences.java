package dev.almanac.query.notifications;

import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.recurrence.KnownZone;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is told, in a sentence for mail, chat and lists. */
public final class Sentences {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEE d MMM uuuu, HH:mm (VV)", Locale.ENGLISH);
    private static final int MINUTES_SHOWN_MAX = 120;
    private static final int HOURS_SHOWN_MAX = 48;

    private Sentences() {}

    /**
     * A sentence.
     *
     * @param count of how many things of this kind it tells; of more than one the notice is the latest
     * @param zone in which times are told; those that the notice was meant in where it is null
     */
    public static String of(Notice notice, int count, @Nullable ZoneId zone) {
        return count > 1 ? many(notice.notificationType(), count) : one(notice, zone);
    }

    private static String one(Notice notice, @Nullable ZoneId zone) {
        Notice.About about = notice.about();
        String title = Objects.requireNonNullElse(about.title(), "Something");
        String by = notice.cause().by();
        String because =
                notice.cause().reason() == null ? "" : ": " + notice.cause().reason();
        String when = when(notice, zone);
        return switch (notice.notificationType()) {
            case CONFLICT_DETECTED -> title + " conflicts with " + other(about) + when + level(about) + ".";
            case CONFLICT_ESCALATED ->
                "The conflict of " + title + " with " + other(about) + when + " was escalated" + because + ".";
            case CONFLICT_CLEARED -> title + " and " + other(about) + " do not conflict any more.";
            case OVERBOOKING_WARNED -> "The calendar is almost full" + when + ", with " + title + ".";
            case OVERBOOKING_OVERRIDDEN -> by + " booked " + title + when + " beyond capacity" + because + ".";
            case EVENT_INVITED -> by + " booked " + title + when + because + ".";
            case EVENT_MOVED -> by + " moved " + title + moved(notice, zone) + because + ".";
            case EVENT_REMOVED -> by + " removed " + title + when + because + ".";
            case EVENT_CONFIRMED -> by + " confirmed " + title + when + because + ".";
            case CALENDAR_SHARED -> by + " shared the calendar " + title + " with you.";
            case RUN_MISSED -> "A run of " + title + when + " was missed and waits for your decision.";
            case RUN_FAILED -> "A run of " + title + when + " failed, and is not tried again" + because + ".";
            case RULE_PAUSED -> by + " paused " + title + because + ".";
            case ORPHAN_FOUND -> title + " is out of step with its companion" + because + ".";
            case REMINDER -> title + " starts " + in(notice) + when + ".";
            case WEBHOOK_DISABLED -> "The webhook " + title + " was disabled" + because + ".";
        };
    }

    private static String many(NotificationType type, int count) {
        return count + " "
                + switch (type) {
                    case CONFLICT_DETECTED -> "conflicts were detected.";
                    case CONFLICT_ESCALATED -> "conflicts were escalated.";
                    case CONFLICT_CLEARED -> "conflicts are over.";
                    case OVERBOOKING_WARNED -> "bookings have almost filled your calendars.";
                    case OVERBOOKING_OVERRIDDEN -> "bookings are beyond capacity.";
                    case EVENT_INVITED -> "events were booked.";
                    case EVENT_MOVED -> "events were moved.";
                    case EVENT_REMOVED -> "events were removed.";
                    case EVENT_CONFIRMED -> "events were confirmed.";
                    case CALENDAR_SHARED -> "calendars were shared with you.";
                    case RUN_MISSED -> "runs were missed and wait for your decision.";
                    case RUN_FAILED -> "runs failed.";
                    case RULE_PAUSED -> "rules were paused.";
                    case ORPHAN_FOUND -> "events are out of step with their companions.";
                    case REMINDER -> "events start soon.";
                    case WEBHOOK_DISABLED -> "webhooks were disabled.";
                };
    }

    private static String other(Notice.About about) {
        return Objects.requireNonNullElse(about.otherTitle(), "another booking");
    }

    private static String level(Notice.About about) {
        return about.level() == null ? "" : " (" + about.level().toLowerCase(Locale.ROOT) + ")";
    }

    private static String when(Notice notice, @Nullable ZoneId zone) {
        Notice.When when = notice.when();
        return when == null ? "" : " on " + local(when.startDateTime(), when, zone);
    }

    private static String moved(Notice notice, @Nullable ZoneId zone) {
        Notice.When when = notice.when();
        if (when == null) {
            return "";
        }
        Instant before = when.previousStartDateTime();
        return (before == null ? "" : " from " + local(before, when, zone)) + " to "
                + local(when.startDateTime(), when, zone);
    }

    private static String local(Instant instant, Notice.When when, @Nullable ZoneId zone) {
        String meant = when.timeZone();
        return WHEN.format(instant.atZone(zone != null ? zone : KnownZone.orUtc(meant == null ? "UTC" : meant)));
    }

    private static String in(Notice notice) {
        Notice.When when = notice.when();
        Duration before = when == null ? null : when.before();
        if (before == null || before.isZero()) {
            return "now";
        }
        long minutes = before.toMinutes();
        if (minutes < MINUTES_SHOWN_MAX) {
            return "in " + counted(minutes, "minute");
        }
        return before.toHours() < HOURS_SHOWN_MAX
                ? "in " + counted(before.toHours(), "hour")
                : "in " + counted(before.toDays(), "day");
    }

    private static String counted(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
