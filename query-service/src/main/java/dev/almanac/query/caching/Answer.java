package dev.almanac.query.caching;

import java.util.Set;

/**
 * What was read, and what it was made of.
 *
 * @param tags a change that touches none of them leaves it as it is
 */
public record Answer<V>(V value, Set<String> tags) {
    public Answer {
        tags = Set.copyOf(tags);
    }
}
