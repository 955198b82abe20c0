package dev.almanac.command.http;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a write comes to.
 *
 * @param version the subject's version after it, also the {@code ETag}
 * @param changeId the last change that it made
 * @param position that change's place in history, also {@code Change-Position}
 * @param undoableUntil until when {@code POST /changes/{changeId}/undo} may take it back; absent of what cannot be
 * @param occurrences what became of each slot that was asked for anew; absent when none was
 * @param resource what {@code Prefer: return=representation} (RFC 7240) asks for: the fields of the body that would make it so
 * @param warnings what the caller should know of, though it was carried out; absent when there are none
 */
public record WriteAnswer(
        String id,
        long version,
        String changeId,
        long position,
        @Nullable Instant undoableUntil,
        @Nullable List<OccurrenceAnswer> occurrences,
        @Nullable List<String> warnings,
        @JsonAnyGetter @Schema(hidden = true) @Nullable Map<String, Object> resource) {

    /** For an answer that says this of its own. */
    public WriteAnswer without(String field) {
        if (resource == null || !resource.containsKey(field)) {
            return this;
        }
        Map<String, Object> others = new LinkedHashMap<>(resource);
        others.remove(field);
        return new WriteAnswer(id, version, changeId, position, undoableUntil, occurrences, warnings, others);
    }
}
