package dev.almanac.query.delivering.webhook;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Webhooks that are on. */
interface Receivers {
    Flux<Receiver> active();

    /** Empty where it is off, or nobody can open its secret. */
    Mono<Receiver> byId(String id);
}
