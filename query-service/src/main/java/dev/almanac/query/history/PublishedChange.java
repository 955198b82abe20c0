package dev.almanac.query.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
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
 * @param calendarId the calendar that the change itself names; others are on the one that an earlier change of their subject names
 * @param correlation the request that started it all
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
        @Nullable String cause,
        @Nullable String calendarId,
        @Nullable String correlation) {

    /** As this build writes it. */
    public Change read() {
        return ChangeJson.read(change.getBytes(UTF_8), Schema.of(type, revision));
    }

    /** What folds ask of its place in history. */
    ChangeMetadata metadata() {
        return new ChangeMetadata(id, "", time, sequence, position, actor, "", "");
    }
}
