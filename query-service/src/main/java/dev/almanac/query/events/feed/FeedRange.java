package dev.almanac.query.events.feed;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.http.Rejections;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Zones;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** The range that FullCalendar asks for: instants, local times of the zone that it names, or dates, in UTC where it names none. */
record FeedRange(TimeSlot window, ZoneId zone) {
    /** A month that ends its summer time is an hour longer. */
    private static final Duration CLOCK_CHANGE = Duration.ofHours(1);

    static FeedRange of(String start, String end, @Nullable String timeZone, int daysMax) {
        ZoneId zone = zone(timeZone);
        boolean named = timeZone != null && !timeZone.isEmpty() && !timeZone.equals("local");
        TimeSlot window = new TimeSlot(instant("start", start, zone, named), instant("end", end, zone, named));
        if (!window.start().isBefore(window.end())) {
            throw InvalidRequest.of("end", "must be after start");
        }
        if (window.duration().compareTo(Duration.ofDays(daysMax).plus(CLOCK_CHANGE)) > 0) {
            throw Rejections.rangeTooWide(daysMax).field("end", "must be at most " + daysMax + " days after start");
        }
        return new FeedRange(window, zone);
    }

    private static ZoneId zone(@Nullable String timeZone) {
        if (timeZone == null || timeZone.isEmpty() || timeZone.equals("local")) {
            return ZoneOffset.UTC;
        }
        try {
            return Zones.parse(timeZone);
        } catch (DateTimeException unknown) {
            throw InvalidRequest.of("timeZone", "must be an IANA time zone such as Europe/Berlin");
        }
    }

    private static Instant instant(String parameter, String given, ZoneId zone, boolean named) {
        String text = given.replace(' ', '+');
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            if (isLocal(text) && !named) {
                throw InvalidRequest.of(parameter, "has no offset: add one, such as Z, or name its timeZone");
            }
            return isLocal(text) ? LocalDateTime.parse(text).atZone(zone).toInstant() : Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw InvalidRequest.of(parameter, "must be an ISO 8601 date or date-time");
        }
    }

    private static boolean isLocal(String text) {
        String time = text.substring(text.indexOf('T'));
        return time.chars().noneMatch(c -> c == 'Z' || c == '+' || c == '-');
    }
}
