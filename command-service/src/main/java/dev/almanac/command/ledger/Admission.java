package dev.almanac.command.ledger;

import dev.almanac.command.rejection.Rejection.Competitor;
import dev.almanac.command.rejection.Rejection.RefusedClaim;
import dev.almanac.events.conflict.ConflictType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** SCH-020 and SCH-023: which of the claims of a command find room, each counted with those admitted before it. */
final class Admission {
    private final Map<String, Lane> lanes;
    private final Terms terms;
    private final List<Claim> taken = new ArrayList<>();

    /**
     * Starts with what is taken for certain.
     *
     * @param kept what the schedules of the command hold already, and go on holding
     */
    Admission(Map<String, Lane> lanes, Terms terms, List<Claim> kept) {
        this.lanes = lanes;
        this.terms = terms;
        taken.addAll(kept);
    }

    /**
     * Counts the claim, and takes it down when it is admitted.
     *
     * @param others the claims of the lane that overlap the wanted one, without those of the schedules of the command
     */
    Verdict admit(Claim wanted, List<Claim> others) {
        List<Claim> competitors = new ArrayList<>(others);
        taken.stream().filter(wanted::competesWith).forEach(competitors::add);
        Verdict verdict = verdict(wanted, competitors);
        if (verdict.isAdmitted()) {
            taken.add(wanted);
        }
        return verdict;
    }

    private Verdict verdict(Claim wanted, List<Claim> competitors) {
        Lane lane = lane(wanted);
        int holding = Occupancy.peak(wanted.slot(), competitors) + 1;
        return holding <= lane.capacity() || !terms.needsRoom(wanted)
                ? new Verdict(wanted, lane, Verdict.Kind.BOOKED, holding, true, List.of())
                : new Verdict(wanted, lane, terms.beyondCapacity(wanted, lane), holding, true, named(competitors));
    }

    Lane lane(Claim claim) {
        Lane lane = lanes.get(claim.calendarId());
        if (lane == null) {
            throw new IllegalStateException("no lane " + claim.calendarId());
        }
        return lane;
    }

    private static List<Competitor> named(List<Claim> claims) {
        return claims.stream()
                .limit(RefusedClaim.NAMED_MAX)
                .map(claim -> new Competitor(
                        claim.claimId(),
                        claim.title(),
                        claim.slot().start(),
                        claim.slot().end(),
                        ConflictType.TIME_OVERLAP))
                .toList();
    }
}
