package dev.almanac.command.ledger;

import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.lane.Occupancy;
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
     * @param outages those of its resources that overlap it
     */
    Verdict admit(Claim wanted, List<Claim> others, List<Outage> outages) {
        List<Claim> competitors = new ArrayList<>(others);
        taken.stream().filter(wanted::competesWith).forEach(competitors::add);
        Verdict full = verdict(wanted, competitors);
        boolean out = !outages.isEmpty() && full.isAdmitted() && terms.needsRoom(wanted);
        Verdict verdict = out ? withoutResource(full, outages) : full;
        if (verdict.isAdmitted()) {
            taken.add(wanted);
        }
        return verdict;
    }

    private Verdict verdict(Claim wanted, List<Claim> competitors) {
        Lane lane = lane(wanted);
        int holding = Occupancy.peak(wanted.slot(), competitors.stream().map(Claim::slot)) + 1;
        return holding <= lane.capacity() || !terms.needsRoom(wanted)
                ? new Verdict(wanted, lane, Verdict.Kind.BOOKED, holding, true, List.of(), false)
                : new Verdict(
                        wanted, lane, terms.beyondCapacity(wanted, lane), holding, true, named(competitors), false);
    }

    private Verdict withoutResource(Verdict verdict, List<Outage> outages) {
        return new Verdict(
                verdict.claim(),
                verdict.lane(),
                terms.withoutResource(verdict.claim()),
                verdict.holding(),
                true,
                outages.stream()
                        .limit(RefusedClaim.NAMED_MAX)
                        .map(Admission::competitor)
                        .toList(),
                true);
    }

    private static Competitor competitor(Outage outage) {
        String why = outage.reason() == null ? "" : ": " + outage.reason();
        return new Competitor(
                outage.outageId(),
                "Resource " + outage.resourceId() + " is out" + why,
                outage.slot().start(),
                outage.slot().end(),
                ConflictType.RESOURCE_CONFLICT);
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
