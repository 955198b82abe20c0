package dev.almanac.query.window;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.almanac.events.TimeSlot;
import dev.almanac.query.rules.RuleCache.Shelf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * How many jobs all rules make in each quarter of an hour, kept by weeks in UTC until a rule changes. Hours and days of nearly
 * every zone are made of such quarters: to add them up takes a hundredth of what it takes to ask each rule when it runs.
 */
@Component
class QuarterHours {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final int QUARTERS = (int) WEEK.toSeconds() / Buckets.QUARTER_SECONDS;
    /** Of quarters and kinds of work, which take 16 bytes each. */
    private static final int KEPT_MAX = 2_000_000;
    /** More are not worth keeping: a month of them would not find room. */
    private static final int WORKS_MAX = KEPT_MAX / QUARTERS / 6;

    private final AtomicReference<Kept> kept = new AtomicReference<>(Kept.of(new Shelf(List.of())));

    /** What is known of the rules as they are. */
    private record Kept(Shelf shelf, List<Load> loads, long works, Cache<Long, Map<Work, Density.Sums>> weeks) {
        static Kept of(Shelf shelf) {
            List<Load> loads = shelf.rules().stream().map(Load::of).toList();
            return new Kept(
                    shelf,
                    loads,
                    loads.stream().map(Load::work).distinct().count(),
                    Caffeine.newBuilder()
                            .maximumWeight(KEPT_MAX)
                            .<Long, Map<Work, Density.Sums>>weigher((_, week) -> week.size() * QUARTERS)
                            .build());
        }

        Map<Work, Density.Sums> week(long number) {
            return weeks.get(number, this::counted);
        }

        private Map<Work, Density.Sums> counted(long number) {
            Instant start = Instant.ofEpochSecond(number * WEEK.toSeconds());
            Density week = new Density(Buckets.ofQuarters(new TimeSlot(start, start.plus(WEEK))));
            loads.forEach(week::add);
            return week.sums();
        }
    }

    /** The jobs of these rules; empty where some bucket does not begin and end with a quarter, or there are too many kinds of work. */
    Optional<Density> counted(Buckets buckets, Shelf shelf, Predicate<String> queues) {
        Kept known = kept.updateAndGet(last -> last.shelf().equals(shelf) ? last : Kept.of(shelf));
        if (known.works() > WORKS_MAX || !isOfQuarters(buckets)) {
            return Optional.empty();
        }
        Density density = new Density(buckets);
        for (int bucket = 0; bucket < buckets.size(); bucket++) {
            add(density, bucket, known, queues);
        }
        return Optional.of(density);
    }

    private static boolean isOfQuarters(Buckets buckets) {
        for (int bucket = 0; bucket < buckets.size(); bucket++) {
            TimeSlot slot = buckets.slot(bucket);
            if (!isQuarter(slot.start()) || !isQuarter(slot.end())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isQuarter(Instant instant) {
        return instant.getNano() == 0 && instant.getEpochSecond() % Buckets.QUARTER_SECONDS == 0;
    }

    private static void add(Density density, int bucket, Kept known, Predicate<String> queues) {
        TimeSlot slot = density.buckets().slot(bucket);
        long from = slot.start().getEpochSecond() / Buckets.QUARTER_SECONDS;
        long until = slot.end().getEpochSecond() / Buckets.QUARTER_SECONDS;
        while (from < until) {
            long week = Math.floorDiv(from, QUARTERS);
            long end = Math.min(until, (week + 1) * QUARTERS);
            int first = (int) (from - week * QUARTERS);
            int last = (int) (end - week * QUARTERS);
            known.week(week).forEach((work, sums) -> {
                if (queues.test(work.queue())) {
                    density.add(work, bucket, sums.jobs(first, last), sums.seconds(first, last));
                }
            });
            from = end;
        }
    }
}
