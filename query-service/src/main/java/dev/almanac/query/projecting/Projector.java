package dev.almanac.query.projecting;

import dev.almanac.query.store.Documents;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.NewerWriter;
import dev.almanac.query.store.StoreFailures;
import dev.almanac.query.views.Delivered;
import dev.almanac.query.views.Fold;
import dev.almanac.query.views.ReadModel;
import dev.almanac.query.views.Stored;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Applies batches of changes to all views of one generation. */
record Projector(Generation generation) {
    /** Others are ahead while partitions change hands, and while two generations keep the same documents. */
    private static final int ATTEMPTS_MAX = 5;

    /** Writes what the batch changes; answers the changes that no projection could take. */
    Mono<List<Fold.Defect>> apply(List<Delivered> batch) {
        return Flux.fromIterable(generation.models())
                .flatMap(model -> apply(model, batch))
                .flatMapIterable(defects -> defects)
                .collectList();
    }

    /** What the store cannot hold is found by halves, so that it takes nothing else with it. */
    private <V> Mono<List<Fold.Defect>> apply(ReadModel<V> model, List<Delivered> batch) {
        return applyAtOnce(model, batch)
                .onErrorResume(
                        failure -> StoreFailures.isOfTheData(failure) && !batch.isEmpty(),
                        failure -> batch.size() == 1
                                ? Mono.just(List.of(
                                        new Fold.Defect(model.name(), batch.getFirst(), new CannotBeStored(failure))))
                                : applyHalves(model, batch));
    }

    private <V> Mono<List<Fold.Defect>> applyHalves(ReadModel<V> model, List<Delivered> batch) {
        int middle = batch.size() / 2;
        return Flux.just(batch.subList(0, middle), batch.subList(middle, batch.size()))
                .concatMap(half -> apply(model, half))
                .flatMapIterable(defects -> defects)
                .collectList();
    }

    private <V> Mono<List<Fold.Defect>> applyAtOnce(ReadModel<V> model, List<Delivered> batch) {
        Set<String> keys = Fold.keys(model, batch);
        Documents<V> documents = generation.of(model);
        return keys.isEmpty()
                ? Mono.just(Fold.of(model, Map.<String, Stored<V>>of(), batch).defects())
                : documents
                        .stored(keys)
                        .collectMap(Stored::id)
                        .map(before -> Fold.of(model, before, batch))
                        .flatMap(
                                fold -> documents.write(fold.written().values()).thenReturn(fold.defects()))
                        .retryWhen(Retry.max(ATTEMPTS_MAX).filter(NewerWriter.class::isInstance));
    }
}
