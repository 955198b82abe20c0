package dev.almanac.command.http;

import dev.almanac.command.ledger.Competitor;
import dev.almanac.command.ledger.RefusedClaim;
import dev.almanac.command.ledger.Verdict;
import java.time.Instant;
import java.util.List;

/**
 * What became of one occurrence, or of a single event.
 *
 * @param conflictingEvents some of those that are in its way
 */
public record OccurrenceAnswer(
        String occurrenceId,
        Instant startDateTime,
        Instant endDateTime,
        Verdict.Kind verdict,
        List<Competitor> conflictingEvents) {

    static OccurrenceAnswer of(Verdict verdict) {
        return new OccurrenceAnswer(
                verdict.claim().claimId(),
                verdict.claim().slot().start(),
                verdict.claim().slot().end(),
                verdict.kind(),
                verdict.competitors());
    }

    static OccurrenceAnswer of(RefusedClaim refused) {
        return new OccurrenceAnswer(
                refused.claimId(),
                refused.startDateTime(),
                refused.endDateTime(),
                Verdict.Kind.REFUSED,
                refused.conflictingEvents());
    }
}
