package dev.almanac.events.changerequest;

import dev.almanac.events.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of change requests, on {@code scheduling.change-requests.v1}, keyed by the request's id. */
public sealed interface ChangeRequestChange extends Change {

    String changeRequestId();

    @Override
    default String subject() {
        return changeRequestId();
    }

    /**
     * What was asked for is understood, and waits for somebody to confirm it. Nothing else has happened yet.
     *
     * @param changes what a confirmation applies, in this order, all or none
     * @param confidence from 0 to 1
     */
    record ChangeRequestProposed(
            String changeRequestId,
            AskedChange asked,
            List<ProposedChange> changes,
            ChangeSummary summary,
            double confidence,
            List<ChangeWarning> warnings,
            Instant proposedAt,
            Instant expiresAt,
            String proposedBy)
            implements ChangeRequestChange {
        public ChangeRequestProposed {
            changes = List.copyOf(changes);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Nothing was proposed, and nothing can be confirmed.
     *
     * @param warnings why
     * @param candidates what may have been meant, where the sentence names several or none of them clearly
     */
    record ChangeRequestNotUnderstood(
            String changeRequestId,
            AskedChange asked,
            List<ChangeWarning> warnings,
            List<NamedSubject> candidates,
            Instant askedAt,
            String askedBy)
            implements ChangeRequestChange {
        public ChangeRequestNotUnderstood {
            warnings = List.copyOf(warnings);
            candidates = List.copyOf(candidates);
        }
    }

    /** Recorded in the transaction that applied all that was proposed. */
    record ChangeRequestConfirmed(
            String changeRequestId, List<AppliedChange> applied, Instant confirmedAt, String confirmedBy)
            implements ChangeRequestChange {
        public ChangeRequestConfirmed {
            applied = List.copyOf(applied);
        }
    }

    record ChangeRequestRejected(
            String changeRequestId, @Nullable String reason, Instant rejectedAt, String rejectedBy)
            implements ChangeRequestChange {}

    /**
     * Somebody confirmed it after its subject had been changed otherwise: nothing was applied.
     *
     * @param successor the request that asks for the same anew
     */
    record ChangeRequestOvertaken(String changeRequestId, String successor, Instant overtakenAt, String confirmedBy)
            implements ChangeRequestChange {}
}
