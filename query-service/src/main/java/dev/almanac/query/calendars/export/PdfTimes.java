package dev.almanac.query.calendars.export;

import dev.almanac.query.diary.EventItem;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them. */
final class PdfTimes {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("HH:mm xxx", Locale.ROOT);
    private static final DateTimeFormatter WITH_DAY = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private PdfTimes() {}

    /** A line of a day: when the event begins, or that it goes on. */
    static String ofMonth(EventItem event, LocalDate day) {
        String title = event.count() > 1 ? event.title() + " (" + event.count() + " runs)" : event.title();
        if (event.allDay()) {
            return title;
        }
        return event.localStart().toLocalDate().isBefore(day)
                ? "… " + title
                : event.localStart().format(TIME) + " " + title;
    }

    static String start(EventItem event) {
        return event.localStart().format(TIME);
    }

    /** From and till; with offsets on a day on which the clocks change. */
    static String fromTill(EventItem event, LocalDate day, ZoneId zone) {
        if (event.allDay()) {
            return "all day";
        }
        ZonedDateTime midnight = day.atStartOfDay(zone);
        boolean hasChange = !midnight.getOffset().equals(midnight.plusDays(1).getOffset());
        return shown(event.localStart(), day, hasChange) + " – " + shown(event.localEnd(), day, hasChange);
    }

    private static String shown(OffsetDateTime time, LocalDate day, boolean withOffset) {
        boolean isOfDay = time.toLocalDate().equals(day)
                || (time.toLocalDate().equals(day.plusDays(1))
                        && time.toLocalTime().equals(LocalTime.MIDNIGHT));
        if (!isOfDay) {
            return time.format(WITH_DAY);
        }
        return time.format(withOffset ? WITH_OFFSET : TIME);
    }
}
