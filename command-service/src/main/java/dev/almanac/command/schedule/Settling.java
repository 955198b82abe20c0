package dev.almanac.command.schedule;

import static dev.almanac.command.store.Appending.unless;

import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.Holding;
import dev.almanac.command.ledger.Settlement;
import dev.almanac.command.ledger.Terms;
import dev.almanac.command.ledger.TimeSlotUnavailable;
import dev.almanac.command.ledger.Verdict;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.Transaction;
import java.util.List;
import java.util.function.Function;

/** Has the ledger admit what revisions claim, on terms. */
record Settling(EventTransactions parts, Request request, Terms terms, Transaction transaction) {
    /** Of a long series the first occurrences say enough. */
    private static final int WARNED_MAX = 20;

    Settlement claim(List<Revision> revisions, Function<Revision, Holding> holding) {
        List<Revision> claiming = revisions.stream()
                .filter(revision -> holding.apply(revision).isChanged())
                .toList();
        if (claiming.isEmpty()) {
            return new Settlement(List.of());
        }
        Outages outages = Outages.of(claiming, parts.resources());
        Settlement settlement =
                parts.ledger().settle(claiming.stream().map(holding).toList(), terms, outages::of, transaction.rows());
        unless(settlement.refusal().map(refusal -> suggesting(refusal, settlement, outages)));
        settlement.verdicts().stream()
                .filter(verdict -> verdict.isNew() && verdict.isAdmitted())
                .map(Verdict::claim)
                .limit(WARNED_MAX)
                .forEach(claim -> outages.warn(claim, transaction.receipt()));
        return settlement;
    }

    /** Where a resource is out, the answer says when it could be instead. */
    private Rejection suggesting(Rejection refusal, Settlement settlement, Outages outages) {
        if (!(refusal instanceof TimeSlotUnavailable unavailable)) {
            return refusal;
        }
        Claim wanted = settlement.verdicts().stream()
                .filter(Verdict::lacksResource)
                .findFirst()
                .orElseThrow()
                .claim();
        return unavailable.with(new FreeSlots(parts.ledger(), outages).near(wanted, request.at()));
    }
}
