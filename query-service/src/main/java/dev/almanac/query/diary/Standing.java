package dev.almanac.query.diary;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.events.ScheduleView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where one event stands, as others that go with it look at it: its slots are worked out once. */
final class Standing {
    /** An occurrence that was moved further from where its pair expects it belongs to another. */
    private static final Duration NEAR = Duration.ofHours(12);

    private final ScheduleView schedule;
    private final List<Instant> starts;

    Standing(ScheduleView schedule) {
        this.schedule = schedule;
        this.starts = schedule.status().isOnCalendar()
                ? schedule.slots().map(TimeSlot::start).toList()
                : List.of();
    }

    boolean isThere() {
        return schedule.status() != ScheduleStatus.CANCELLED;
    }

    /** When it takes place; of a series the occurrence that is nearest to when it is expected. */
    Optional<Instant> near(Instant expected) {
        Stream<Instant> near = schedule.booking().recurs()
                ? starts.stream().filter(start -> distance(start, expected).compareTo(NEAR) <= 0)
                : starts.stream();
        return near.min(Comparator.comparing(start -> distance(start, expected)));
    }

    private static Duration distance(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
