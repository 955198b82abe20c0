package dev.almanac.query.store;

import java.time.Instant;
import java.util.Set;

/**
 * For whom a stream may be opened.
 *
 * @param roles of the bearer token that it was asked for with
 * @param till when it is over
 * @param tokenTill when the bearer token is over that it was asked for with, and the stream with it
 */
public record Ticket(String subject, Set<String> roles, Instant till, Instant tokenTill) {
    public Ticket {
        roles = Set.copyOf(roles);
    }
}
