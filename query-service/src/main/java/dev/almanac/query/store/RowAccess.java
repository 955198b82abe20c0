package dev.almanac.query.store;

import dev.almanac.query.views.Audience;
import reactor.core.publisher.Mono;

/** Which documents a reader gets to see, asked anew for every query. */
@FunctionalInterface
public interface RowAccess {

    Mono<Rows> rows(Audience audience);

    static RowAccess unrestricted() {
        return _ -> Mono.just(Rows.everything());
    }
}
