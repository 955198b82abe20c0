package dev.almanac.query.caching;

import dev.almanac.query.store.Generation;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * How far views are, as the store says it now. Whoever asks while the store is asked shares the answer to the next question: one that
 * is under way may be older than they are.
 */
@Component
public class PositionsNow {
    private int generation = -1;
    private @Nullable Mono<Map<TopicPartition, Long>> running;
    private @Nullable Mono<Map<TopicPartition, Long>> following;

    PositionsNow() {}

    public Mono<Map<TopicPartition, Long>> of(Generation views) {
        return Mono.defer(() -> joined(views));
    }

    private synchronized Mono<Map<TopicPartition, Long>> joined(Generation views) {
        if (generation != views.number()) {
            generation = views.number();
            running = null;
            following = null;
        }
        if (running == null) {
            running = asked(views);
            return running;
        }
        if (following == null) {
            following = running.then()
                    .onErrorComplete()
                    .then(Mono.defer(() -> goneOver(views)))
                    .cache();
        }
        return following;
    }

    /** Those who ask from now on are behind this question. */
    private synchronized Mono<Map<TopicPartition, Long>> goneOver(Generation views) {
        Mono<Map<TopicPartition, Long>> next = asked(views);
        if (generation == views.number()) {
            running = next;
            following = null;
        }
        return next;
    }

    private Mono<Map<TopicPartition, Long>> asked(Generation views) {
        return views.positions().read().doFinally(_ -> ended(views)).cache();
    }

    /** Unless somebody waits, who asks next. */
    private synchronized void ended(Generation views) {
        if (generation == views.number() && following == null) {
            running = null;
        }
    }
}
