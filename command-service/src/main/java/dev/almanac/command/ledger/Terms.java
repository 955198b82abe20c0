package dev.almanac.command.ledger;

import dev.almanac.command.access.Caller;
import dev.almanac.command.rejection.Rejection;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * On what terms new claims are admitted.
 *
 * @param overrideReason why a manager books beyond capacity; null when nobody does
 * @param historyUntil what ended by then is history, which needs no room; null when all of it lies ahead
 */
public record Terms(
        SeriesPolicy policy,
        @Nullable String overrideReason,
        @Nullable Instant historyUntil) {
    /** As much room as is wanted, or nothing. */
    public static final Terms STRICT = new Terms(SeriesPolicy.ALL_OR_NOTHING, null, null);

    public static Terms unlessOverridden(@Nullable String overrideReason) {
        return new Terms(SeriesPolicy.ALL_OR_NOTHING, overrideReason, null);
    }

    public static Terms withHistory(Instant until) {
        return new Terms(SeriesPolicy.ALL_OR_NOTHING, null, until);
    }

    /** Why the booking was made: as its author says, else why it may go beyond capacity. */
    public @Nullable String because(@Nullable String reason) {
        return reason == null ? overrideReason : reason;
    }

    /** SCH-021: why the caller may not have these terms. */
    public Optional<Rejection> refusal(Caller caller) {
        return overrideReason == null || caller.isManager()
                ? Optional.empty()
                : Optional.of(new OverrideNeedsAManager());
    }

    boolean needsRoom(Claim claim) {
        return historyUntil == null || claim.slot().end().isAfter(historyUntil);
    }

    /** What a claim comes to of which a resource is out. */
    Verdict.Kind withoutResource(Claim claim) {
        if (policy == SeriesPolicy.SKIP_CONFLICTING && claim.isOfSeries()) {
            return Verdict.Kind.SKIPPED;
        }
        return overrideReason == null ? Verdict.Kind.REFUSED : Verdict.Kind.FLAGGED;
    }

    /** What a claim comes to that found its lane full. */
    Verdict.Kind beyondCapacity(Claim claim, Lane lane) {
        if (lane.allowOverbooking()) {
            return Verdict.Kind.FLAGGED;
        }
        if (policy == SeriesPolicy.SKIP_CONFLICTING && claim.isOfSeries()) {
            return Verdict.Kind.SKIPPED;
        }
        return overrideReason == null ? Verdict.Kind.REFUSED : Verdict.Kind.FLAGGED;
    }
}
