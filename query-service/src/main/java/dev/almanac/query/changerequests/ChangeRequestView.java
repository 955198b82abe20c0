package dev.almanac.query.changerequests;

import dev.almanac.events.ChangeMetadata;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change request as it is now.
 *
 * @param said its first change as JSON: proposed, or not understood
 * @param decided its last change as JSON, once it was confirmed, rejected or overtaken
 */
public record ChangeRequestView(
        String id,
        long version,
        ChangeRequestStatus status,
        String requestedBy,
        Instant requestedAt,
        String said,
        @Nullable String decided,
        Instant changedAt) {

    ChangeRequestView decided(ChangeRequestStatus newStatus, String change, ChangeMetadata metadata) {
        return new ChangeRequestView(
                id, metadata.sequence(), newStatus, requestedBy, requestedAt, said, change, metadata.time());
    }
}
