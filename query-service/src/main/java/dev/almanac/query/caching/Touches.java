package dev.almanac.query.caching;

import dev.almanac.events.Change;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Which tags a change touches: those who make the answers know. */
public interface Touches {

    /**
     * The tags of all answers that may be others after it. Asked in the order of each topic's partition, perhaps before the views
     * contain the change.
     *
     * @return empty where that cannot be said: then every answer may be another
     */
    Mono<Set<String>> of(Change change);
}
