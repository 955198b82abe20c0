package dev.almanac.command.ledger;

import java.util.List;

/**
 * What became of one claim.
 *
 * @param holding how many hold at once in the slot at most, this claim among them
 * @param isNew whether room was asked for, rather than held already
 * @param competitors some of the claims that are in its way, or the outages of its resources
 * @param lacksResource whether a resource is out, rather than the calendar full
 */
public record Verdict(
        Claim claim,
        Lane lane,
        Kind kind,
        int holding,
        boolean isNew,
        List<Competitor> competitors,
        boolean lacksResource) {

    /** How it came out. */
    public enum Kind {
        BOOKED,
        /** Left out by {@code SKIP_CONFLICTING}. */
        SKIPPED,
        /** Admitted beyond capacity. */
        FLAGGED,
        REFUSED
    }

    public Verdict {
        competitors = List.copyOf(competitors);
    }

    static Verdict held(Claim claim, Lane lane) {
        return new Verdict(claim, lane, Kind.BOOKED, 0, false, List.of(), false);
    }

    public boolean isAdmitted() {
        return kind == Kind.BOOKED || kind == Kind.FLAGGED;
    }
}
