package dev.almanac.query.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change as it was published.
 *
 * @param id of the change
 * @param subject whose change it is
 * @param type names the record that {@code change} is the JSON of
 * @param revision of the type, where it is not the first
 * @param cause the command that led to it: what else it led to is taken back with it
 */
public record PublishedChange(
        String id,
        String subject,
        String type,
        @Nullable String revision,
        String change,
        long sequence,
        long position,
        String actor,
        Instant time,
        @Nullable String cause) {}
