package dev.almanac.query.caching;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.Counter;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One value that no change touches, made anew from time to time. */
public final class KeptValue<V> {
    private static final String ONLY = "only";

    private final Cache<String, V> value;
    private final Supplier<V> made;
    private final Counter hits;
    private final Counter misses;

    KeptValue(Cache<String, V> value, Supplier<V> made, Counter hits, Counter misses) {
        this.value = value;
        this.made = made;
        this.hits = hits;
        this.misses = misses;
    }

    public Mono<V> get() {
        return Mono.defer(() -> {
            V kept = value.getIfPresent(ONLY);
            if (kept != null) {
                hits.increment();
                return Mono.just(kept);
            }
            misses.increment();
            return Mono.fromCallable(() -> value.get(ONLY, _ -> made.get())).subscribeOn(Schedulers.boundedElastic());
        });
    }
}
