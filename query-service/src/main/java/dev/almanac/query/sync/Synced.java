package dev.almanac.query.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list for a client that keeps it.
 *
 * @param items what is new or has changed, and a {@link Tombstone} for each that is no longer in the list
 * @param nextCursor always null: a client that keeps a list is given it whole
 * @param nextSyncToken to ask with the next time; the same as long as nothing changes
 */
public record Synced(
        List<Object> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
        String nextSyncToken) {

    /**
     * Says that the client no longer holds an item.
     *
     * @param status CANCELLED
     */
    public record Tombstone(String id, String status) {
        static Tombstone of(String id) {
            return new Tombstone(id, "CANCELLED");
        }
    }
}
