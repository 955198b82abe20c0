package dev.almanac.query.conflicts;

import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.query.store.Generation;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The conflicts that somebody still has to act on. */
public final class OpenConflicts {
    private static final int IDS_MAX = 500;
    /** More open conflicts than this on so few events change no level any more. */
    private static final int CONFLICTS_MAX = 5000;

    private OpenConflicts() {}

    /** The worst level for each claimant that has an open conflict. */
    public static Mono<Map<String, ConflictLevel>> levels(Generation views, Collection<String> ids) {
        return of(views, ids).collectList().map(OpenConflicts::worst);
    }

    public static Flux<ConflictView> of(Generation views, Collection<String> ids) {
        return Flux.fromIterable(ids)
                .buffer(IDS_MAX)
                .concatMap(some -> ConflictReads.of(views).open(some, CONFLICTS_MAX));
    }

    public static Map<String, ConflictLevel> worst(List<ConflictView> conflicts) {
        Map<String, ConflictLevel> levels = new HashMap<>();
        for (ConflictView conflict : conflicts) {
            for (String claimant : conflict.claimants()) {
                levels.merge(
                        claimant, conflict.conflictLevel(), (one, other) -> one.compareTo(other) > 0 ? one : other);
            }
        }
        return levels;
    }
}
