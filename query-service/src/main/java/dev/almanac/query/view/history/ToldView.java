package dev.almanac.query.view.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change of an event as it was published.
 *
 * @param id of the change
 * @param type names the record that {@code change} is the JSON of
 * @param revision of the type, where it is not the first
 */
public record ToldView(
        String id,
        String scheduleId,
        String type,
        @Nullable String revision,
        String change,
        long sequence,
        long position,
        String actor,
        Instant time) {}
