package dev.almanac.command.http;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a write comes to.
 *
 * @param version the subject's version after it, also the {@code ETag}
 * @param changeId the last change that it made
 * @param position that change's place in history, also {@code Change-Position}
 * @param undoableUntil until when {@code POST /changes/{changeId}/undo} may take it back; absent of what cannot be
 * @param occurrences what became of each slot that was asked for anew; absent when none was
 * @param warnings what the caller should know of, though it was carried out; absent when there are none
 */
public record WriteAnswer(
        String id,
        long version,
        String changeId,
        long position,
        @Nullable Instant undoableUntil,
        @Nullable List<OccurrenceAnswer> occurrences,
        @Nullable List<String> warnings) {}
