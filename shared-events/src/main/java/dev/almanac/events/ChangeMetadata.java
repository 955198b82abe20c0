package dev.almanac.events;

import java.time.Instant;

/**
 * Where a change stands in history.
 *
 * @param id unique for ever; a repeat of the same change carries the same id
 * @param sequence the subject's version after this change, from 0 and without gaps for changes of the command-service
 * @param position the change's place in the event store, growing over all subjects; 0 for changes that streams derive
 * @param actor who asked for it: the token's subject, or the service that decided by itself
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
        String causationId) {}
