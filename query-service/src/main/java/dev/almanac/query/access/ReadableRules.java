package dev.almanac.query.access;

import dev.almanac.query.store.Generation;
import reactor.core.publisher.Flux;

/** Which rules somebody may read: the rules know. */
public interface ReadableRules {

    /** The ids, up to a limit. */
    Flux<String> of(Rights rights, Generation all, int most);
}
