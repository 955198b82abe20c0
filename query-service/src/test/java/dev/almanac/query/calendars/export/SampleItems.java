package dev.almanac.query.calendars.export;

import dev.almanac.events.activity.ViewType;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.http.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Events of a hall in Vienna, to be exported. */
final class SampleItems {
    static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private SampleItems() {}

    static EventItem event(String title, String localStart, Duration duration) {
        return event(title, localStart, duration, "concert", ConflictLevel.NONE);
    }

    static EventItem event(
            String title, String localStart, Duration duration, @Nullable String category, ConflictLevel level) {
        Instant start = LocalDateTime.parse(localStart).atZone(VIENNA).toInstant();
        Instant end = start.plus(duration);
        return new EventItem(
                "id of " + title,
                "id of " + title,
                1,
                "hall",
                null,
                title,
                null,
                "Great hall",
                start,
                end,
                start.atZone(VIENNA).toOffsetDateTime(),
                end.atZone(VIENNA).toOffsetDateTime(),
                VIENNA.getId(),
                false,
                ScheduleStatus.CONFIRMED,
                level,
                category,
                0,
                List.of(),
                List.of(),
                false,
                false,
                null);
    }

    static ExportedPeriod period(ViewType type, String day, List<EventItem> events) {
        return new ExportedPeriod(
                "Great hall",
                type,
                Span.of(type, LocalDate.parse(day)),
                VIENNA,
                events,
                List.of(),
                Instant.parse("2026-03-01T12:00:00Z"));
    }

    /** Spread over March 2026, a quarter of an hour each. */
    static List<EventItem> many(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> event(
                        "Event " + i,
                        LocalDateTime.parse("2026-03-01T08:00")
                                .plusDays(i % 31)
                                .plusMinutes(i / 31 % 48 * 15L)
                                .toString(),
                        Duration.ofMinutes(15)))
                .toList();
    }
}
