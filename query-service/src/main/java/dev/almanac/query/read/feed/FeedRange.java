package dev.almanac.query.read.feed;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.http.Refusal;
import dev.almanac.query.http.Zones;
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
    static final int DAYS_MAX = 31;
    /** A month that ends its summer time is an hour longer. */
    private static final Duration LONGEST = Duration.ofDays(DAYS_MAX).plusHours(1);

    static FeedRange of(String start, String end, @Nullable String timeZone) {
        ZoneId zone = zone(timeZone);
        boolean named = timeZone != null && !timeZone.isEmpty() && !timeZone.equals("local");
        TimeSlot window = new TimeSlot(instant("start", start, zone, named), instant("end", end, zone, named));
        if (!window.start().isBefore(window.end())) {
            throw Refusal.ParameterIsInvalid.of("end", "must be after start").asError();
        }
        if (window.duration().compareTo(LONGEST) > 0) {
            throw new Refusal.RangeIsTooWide(DAYS_MAX).asError();
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
            throw Refusal.ParameterIsInvalid.of("timeZone", "must be an IANA time zone such as Europe/Berlin")
                    .asError();
        }
    }

    private static Instant instant(String parameter, String given, ZoneId zone, boolean named) {
        String text = given.replace(' ', '+');
        try {
            if (!text.contains("T")) {
                return LocalDate.parse(text).atStartOfDay(zone).toInstant();
            }
            if (isLocal(text) && !named) {
                throw Refusal.ParameterIsInvalid.of(
                                parameter, "has no offset: add one, such as Z, or name its timeZone")
                        .asError();
            }
            return isLocal(text) ? LocalDateTime.parse(text).atZone(zone).toInstant() : Instant.parse(text);
        } catch (DateTimeException notATime) {
            throw Refusal.ParameterIsInvalid.of(parameter, "must be an ISO 8601 date or date-time")
                    .asError();
        }
    }

    private static boolean isLocal(String text) {
        String time = text.substring(text.indexOf('T'));
        return time.chars().noneMatch(c -> c == 'Z' || c == '+' || c == '-');
    }
}
