package dev.almanac.query.view.history;

import java.time.Instant;

/**
 * One change of an event as it was published.
 *
 * @param id of the change
 * @param type names the record that {@code change} is the JSON of
 */
public record ToldView(
        String id,
        String scheduleId,
        String type,
        String change,
        long sequence,
        long position,
        String actor,
        Instant time) {}
