package dev.almanac.query.http;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A page of what a query finds and a look at each decides: it goes on until the page is full, within a bound. */
public final class Scan {
    /** So much is looked at for one page at most. One that ends here is short, and the next one goes on behind. */
    public static final int LOOKED_AT_MAX = 10_000;

    private static final int AT_ONCE = 250;

    private Scan() {}

    /** One item that was kept, and what it was made of. */
    private record Kept<V, R>(V found, R item) {}

    /** Of what is found, in its order, what passes the look. */
    public static <V> Mono<Page<V>> page(
            Flux<V> found, int limit, Function<V, Cursor> cursor, Function<List<V>, Mono<List<V>>> look) {
        return pageOf(
                found,
                limit,
                cursor,
                some -> look.apply(some)
                        .map(kept -> kept.stream()
                                .map(item -> new Kept<>(item, item))
                                .toList()));
    }

    /**
     * The same where items are made of what is found.
     *
     * @param look answers how to make the item of one, if there is any
     */
    public static <V, R> Mono<Page<R>> made(
            Flux<V> found,
            int limit,
            Function<V, Cursor> cursor,
            Function<List<V>, Mono<Function<V, Optional<R>>>> look) {
        return pageOf(
                found,
                limit,
                cursor,
                some -> look.apply(some)
                        .map(made -> some.stream()
                                .flatMap(one -> made.apply(one).map(item -> new Kept<>(one, item)).stream())
                                .toList()));
    }

    private static <V, R> Mono<Page<R>> pageOf(
            Flux<V> found, int limit, Function<V, Cursor> cursor, Function<List<V>, Mono<List<Kept<V, R>>>> look) {
        return Mono.defer(() -> {
            AtomicInteger lookedAt = new AtomicInteger();
            AtomicReference<@Nullable V> last = new AtomicReference<>();
            return found.doOnNext(one -> {
                        lookedAt.incrementAndGet();
                        last.set(one);
                    })
                    .buffer(AT_ONCE)
                    .concatMap(look, 0)
                    .concatMapIterable(kept -> kept)
                    .take(limit + 1L)
                    .collectList()
                    .map(kept -> page(kept, limit, cursor, lookedAt.get() == LOOKED_AT_MAX ? last.get() : null));
        });
    }

    private static <V, R> Page<R> page(
            List<Kept<V, R>> oneMore, int limit, Function<V, Cursor> cursor, @Nullable V stoppedAt) {
        Page<Kept<V, R>> page = Page.of(oneMore, limit, kept -> cursor.apply(kept.found()));
        List<R> items = page.items().stream().map(Kept::item).toList();
        return oneMore.size() <= limit && stoppedAt != null
                ? Page.upTo(items, cursor.apply(stoppedAt))
                : page.with(items);
    }
}
