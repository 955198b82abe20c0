package dev.almanac.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;

/**
 * Where a change stands in history.
 *
 * @param id unique for ever; a repeat of the same change carries the same id
 * @param source who numbers it: where a topic has two writers, each counts its own
 * @param sequence the subject's version after this change, from 0 and without gaps for one subject, topic and source;
 *     {@link #UNNUMBERED} where nobody counts
 * @param position the change's place in the event store, growing over all subjects; of a derived change that of its cause,
 *     and 0 where no change of the store led to it
 * @param actor who asked for it, or for its cause: the token's subject, or the service that decided by itself
 * @param correlationId the request that started it all
 * @param causationId the command or change that led to this one
 */
public record ChangeMetadata(
        String id,
        String source,
        Instant time,
        long sequence,
        long position,
        String actor,
        String correlationId,
        String causationId) {

    /** Of reports, which anybody may write: a repeat has the same id. */
    public static final long UNNUMBERED = -1;

    /** The id of a change that follows from others: a replay, which numbers as before, gives the same. */
    public static String derivedId(String subject, long sequence) {
        return UUID.nameUUIDFromBytes((subject + "#" + sequence).getBytes(UTF_8))
                .toString();
    }
}
