package dev.almanac.query.projecting;

import dev.almanac.query.store.Documents;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.NewerWriter;
import dev.almanac.query.view.Delivered;
import dev.almanac.query.view.Fold;
import dev.almanac.query.view.Projection;
import dev.almanac.query.view.Stored;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Applies batches of changes to all views of one generation. */
record Projector(Generation generation) {
    /** Another instance can be ahead only while partitions change hands. */
    private static final int ATTEMPTS_MAX = 5;

    /** Writes what the batch changes; answers the changes that no projection could take. */
    Mono<List<Fold.Defect>> apply(List<Delivered> batch) {
        return Flux.fromIterable(Generation.PROJECTIONS)
                .flatMap(projection -> apply(projection, batch))
                .flatMapIterable(defects -> defects)
                .collectList();
    }

    private <V> Mono<List<Fold.Defect>> apply(Projection<V> projection, List<Delivered> batch) {
        Set<String> keys = Fold.keys(projection, batch);
        Documents<V> documents = generation.of(projection);
        return keys.isEmpty()
                ? Mono.empty()
                : documents
                        .stored(keys)
                        .collectMap(Stored::id)
                        .map(before -> Fold.of(projection, before, batch))
                        .flatMap(
                                fold -> documents.write(fold.written().values()).thenReturn(fold.defects()))
                        .retryWhen(Retry.max(ATTEMPTS_MAX).filter(NewerWriter.class::isInstance));
    }
}
