package dev.almanac.query.caching;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import org.springframework.stereotype.Component;

/** Makes the caches of answers, each with its bound and its hit rate. */
@Component
public class AnswerCaches {
    private final TouchLog log;
    private final PositionsNow positions;
    private final CacheProperties properties;
    private final MeterRegistry meters;

    AnswerCaches(TouchLog log, PositionsNow positions, CacheProperties properties, MeterRegistry meters) {
        this.log = log;
        this.positions = positions;
        this.properties = properties;
        this.meters = meters;
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
        Counter hits = counter(name, "hit");
        Counter misses = counter(name, "miss");
        showRate(name, hits, misses);
        answers.policy()
                .eviction()
                .ifPresent(bound -> Gauge.builder(
                                "cache.weight", () -> bound.weightedSize().orElse(0))
                        .description("What is kept, in what the cache is bounded by")
                        .tag("cache", name)
                        .register(meters));
        return new AnswerCache<>(answers, log, positions, hits, misses);
    }

    /** A value that no change touches, made anew when it has been kept for so long. */
    public <V> KeptValue<V> value(String name, Duration keptFor, Supplier<V> made) {
        Cache<String, V> value =
                Caffeine.newBuilder().maximumSize(1).expireAfterWrite(keptFor).build();
        Counter hits = counter(name, "hit");
        Counter misses = counter(name, "miss");
        showRate(name, hits, misses);
        return new KeptValue<>(value, made, hits, misses);
    }

    private Counter counter(String name, String result) {
        return meters.counter("cache.gets", "cache", name, "result", result);
    }

    private void showRate(String name, Counter hits, Counter misses) {
        Gauge.builder("cache.hit.rate", () -> rate(hits.count(), misses.count()))
                .description("Share of answers that were not read anew, since the start")
                .tag("cache", name)
                .register(meters);
    }

    private static double rate(double hits, double misses) {
        return hits + misses == 0 ? 1 : hits / (hits + misses);
    }
}
