package dev.almanac.query.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.almanac.query.store.Interruptions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Makes the caches of answers, each with its bound and its hit rate. */
@Component
public class AnswerCaches {
    private final TouchLog log;
    private final PositionsNow positions;
    private final Interruptions interruptions;
    private final CacheProperties properties;
    private final MeterRegistry meters;
    private final List<Counter> hits = new CopyOnWriteArrayList<>();
    private final List<Counter> misses = new CopyOnWriteArrayList<>();

    AnswerCaches(
            TouchLog log,
            PositionsNow positions,
            Interruptions interruptions,
            CacheProperties properties,
            MeterRegistry meters) {
        this.log = log;
        this.positions = positions;
        this.interruptions = interruptions;
        this.properties = properties;
        this.meters = meters;
        Gauge.builder("calendar.cache.hit.rate", () -> rate(sum(hits), sum(misses)))
                .description("Share of answers of all caches that were not read anew, since the start")
                .register(meters);
    }

    /**
     * A cache of its own for answers of one kind.
     *
     * @param weight of all of them together, at most
     * @param weigher what one weighs
     */
    public <K, V> AnswerCache<K, V> of(String name, long weight, ToIntFunction<Answer<V>> weigher) {
        Cache<K, AnswerCache.Kept<V>> answers = Caffeine.newBuilder()
                .maximumWeight(weight)
                .<K, AnswerCache.Kept<V>>weigher((_, kept) -> weigher.applyAsInt(kept.answer()))
                .expireAfterWrite(properties.keptFor())
                .build();
        Counter hit = counter(name, "hit");
        Counter miss = counter(name, "miss");
        showRate(name, hit, miss);
        answers.policy()
                .eviction()
                .ifPresent(bound -> Gauge.builder(
                                "cache.weight", () -> bound.weightedSize().orElse(0))
                        .description("What is kept, in what the cache is bounded by")
                        .tag("cache", name)
                        .register(meters));
        return new AnswerCache<>(answers, log, positions, interruptions, hit, miss);
    }

    /** A value that no change touches, made anew when it has been kept for so long. */
    public <V> KeptValue<V> value(String name, Duration keptFor, Supplier<V> made) {
        Cache<String, V> value =
                Caffeine.newBuilder().maximumSize(1).expireAfterWrite(keptFor).build();
        Counter hit = counter(name, "hit");
        Counter miss = counter(name, "miss");
        showRate(name, hit, miss);
        return new KeptValue<>(value, made, hit, miss);
    }

    private Counter counter(String name, String result) {
        return meters.counter("cache.gets", "cache", name, "result", result);
    }

    private void showRate(String name, Counter hit, Counter miss) {
        hits.add(hit);
        misses.add(miss);
        Gauge.builder("cache.hit.rate", () -> rate(hit.count(), miss.count()))
                .description("Share of answers that were not read anew, since the start")
                .tag("cache", name)
                .register(meters);
    }

    private static double sum(List<Counter> counters) {
        return counters.stream().mapToDouble(Counter::count).sum();
    }

    private static double rate(double hits, double misses) {
        return hits + misses == 0 ? 1 : hits / (hits + misses);
    }
}
