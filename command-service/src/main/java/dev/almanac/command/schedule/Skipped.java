package dev.almanac.command.schedule;

import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Settlement;
import dev.almanac.command.ledger.Verdict;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import java.util.List;

/** {@code SKIP_CONFLICTING}: an occurrence that found no room is cancelled in the transaction that books the rest. */
final class Skipped {
    private static final String REASON = "Skipped: the calendar was full (SCH-023)";

    private Skipped() {}

    static List<ScheduleChange> of(Settlement settlement, Revision revision, Request request) {
        return settlement.of(Verdict.Kind.SKIPPED).stream()
                .map(Verdict::claim)
                .filter(claim -> claim.scheduleId().equals(revision.scheduleId()))
                .<ScheduleChange>map(claim -> new OccurrenceCancelled(
                        claim.scheduleId(),
                        claim.claimId(),
                        REASON,
                        request.caller().subject()))
                .toList();
    }
}
