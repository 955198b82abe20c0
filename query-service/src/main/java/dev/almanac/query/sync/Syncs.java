package dev.almanac.query.sync;

import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.store.SyncStates;
import dev.almanac.query.store.SyncStates.SyncState;
import dev.almanac.query.sync.Synced.Tombstone;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Rejected;
import dev.almanac.web.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gives a client what differs from what it was given last. That is kept item by item, and compared with the list as it is now:
 * whatever led to a difference (a change, a conflict, a share, another range or filter, a rebuild of the views), it is found.
 */
@Component
public class Syncs {
    /** Two items of a list of thousands do not meet. */
    private static final int DIGEST_BYTES = 12;

    private static final int ITEMS_MAX = 10_000;
    /** A page may be short, where a look at each decides. */
    private static final int PAGES_MAX = 11;

    private final SyncStates states;
    private final JsonMapper json;

    Syncs(SyncStates states, JsonMapper json) {
        this.states = states;
        this.json = json;
    }

    /** All pages of a list, as long as they are not too many for one answer. */
    public static <T> Mono<List<T>> whole(Function<Optional<Cursor>, Mono<Page<T>>> page) {
        return page.apply(Optional.empty())
                .expand(last -> last.nextCursor() == null ? Mono.empty() : page.apply(Cursor.parse(last.nextCursor())))
                .index()
                .doOnNext(numbered -> bounded(numbered.getT1(), PAGES_MAX))
                .concatMapIterable(numbered -> numbered.getT2().items())
                .take(ITEMS_MAX + 1L)
                .collectList()
                .doOnNext(items -> bounded(items.size(), ITEMS_MAX));
    }

    private static void bounded(long count, int max) {
        if (count > max) {
            throw Rejections.tooManyEvents(ITEMS_MAX);
        }
    }

    /**
     * What the client is to change in what it holds, and a token for what it holds then.
     *
     * @param token that the client was given last; null the first time
     * @param kind of the items: a token is for one kind of list
     * @param items the list as it is now, whole
     */
    public <T> Mono<Object> differences(
            @Nullable String token, String user, String kind, List<T> items, Function<T, String> id) {
        if (token == null) {
            return synced(Map.of(), null, user, kind, items, id).cast(Object.class);
        }
        return states.find(token, user)
                .switchIfEmpty(Mono.error(() -> Rejected.because(
                        HttpStatus.GONE, "sync-token-expired", "read the whole list again, with sync=true")))
                .flatMap(state -> {
                    if (!state.kind().equals(kind)) {
                        throw InvalidRequest.of("syncToken", "was given for another list");
                    }
                    return synced(state.digests(), token, user, kind, items, id);
                })
                .cast(Object.class);
    }

    private <T> Mono<Synced> synced(
            Map<String, String> held,
            @Nullable String token,
            String user,
            String kind,
            List<T> items,
            Function<T, String> id) {
        Map<String, String> digests = new HashMap<>();
        List<Object> differences = new ArrayList<>();
        for (T item : items) {
            String digest = Sha256.hex(json.writeValueAsBytes(item), DIGEST_BYTES);
            digests.put(id.apply(item), digest);
            if (!digest.equals(held.get(id.apply(item)))) {
                differences.add(item);
            }
        }
        held.keySet().stream()
                .filter(known -> !digests.containsKey(known))
                .sorted()
                .forEach(gone -> differences.add(Tombstone.of(gone)));
        Mono<String> next = token != null && differences.isEmpty()
                ? Mono.just(token)
                : states.keep(new SyncState(user, kind, digests), token);
        return next.map(nextToken -> new Synced(List.copyOf(differences), null, nextToken));
    }
}
