package dev.almanac.query.caching;

import com.github.benmanes.caffeine.cache.Cache;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Interruptions;
import io.micrometer.core.instrument.Counter;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import reactor.core.publisher.Mono;

/** Answers of one kind by what was asked. Nobody changes a value that was handed out. */
public final class AnswerCache<K, V> {
    private final Cache<K, Kept<V>> answers;
    private final TouchLog log;
    private final PositionsNow positions;
    private final Interruptions interruptions;
    private final Counter hits;
    private final Counter misses;

    /** As the views were at these positions, or later. */
    record Kept<V>(int generation, Map<TopicPartition, Long> since, Answer<V> answer) {}

    AnswerCache(
            Cache<K, Kept<V>> answers,
            TouchLog log,
            PositionsNow positions,
            Interruptions interruptions,
            Counter hits,
            Counter misses) {
        this.answers = answers;
        this.log = log;
        this.positions = positions;
        this.interruptions = interruptions;
        this.hits = hits;
        this.misses = misses;
    }

    /**
     * What was read before, if nothing has touched it since; else what is read now. What is read while the store breaks off is not
     * kept: it may lack what the positions before it say.
     *
     * @param read from these views when it is subscribed to
     */
    public Mono<V> get(K key, Generation views, Mono<Answer<V>> read) {
        return Mono.defer(() -> get(key, views, read, interruptions.count()));
    }

    private Mono<V> get(K key, Generation views, Mono<Answer<V>> read, long interruptionsBefore) {
        return positions.of(views).flatMap(now -> {
            Kept<V> kept = answers.getIfPresent(key);
            if (kept != null && isGood(kept, views, now)) {
                hits.increment();
                return Mono.just(kept.answer().value());
            }
            misses.increment();
            return read.doOnNext(answer -> {
                        if (interruptions.count() == interruptionsBefore) {
                            answers.put(key, new Kept<>(views.number(), now, answer));
                        }
                    })
                    .map(Answer::value);
        });
    }

    private boolean isGood(Kept<V> kept, Generation views, Map<TopicPartition, Long> now) {
        return kept.generation() == views.number()
                && !isBehind(now, kept.since())
                && log.reaches(now)
                && log.isUntouchedSince(kept.since(), kept.answer().tags());
    }

    /** A store that was killed may have lost the end of what it had. */
    private static boolean isBehind(Map<TopicPartition, Long> now, Map<TopicPartition, Long> before) {
        return before.entrySet().stream().anyMatch(offset -> now.getOrDefault(offset.getKey(), 0L) < offset.getValue());
    }
}
