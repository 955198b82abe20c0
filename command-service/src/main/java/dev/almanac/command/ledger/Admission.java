package dev.almanac.command.ledger;

import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.Rejection.Competitor;
import dev.almanac.command.rejection.Rejection.SlotIsFull;
import dev.almanac.events.conflict.ConflictType;
import java.util.List;
import java.util.Optional;

/** SCH-020 and SCH-023: whether a lane has room for one more claim. */
final class Admission {
    /** More competitors than this are counted, but not named. */
    private static final int NAMED_MAX = 20;

    private Admission() {}

    /**
     * @param others the claims of the lane that overlap the wanted one, without those of the same schedule
     */
    static Optional<Rejection> refusal(Lane lane, Claim wanted, List<Claim> others) {
        boolean full = Occupancy.peak(wanted.slot(), others) >= lane.capacity();
        return full ? Optional.of(new SlotIsFull(lane.calendarId(), lane.capacity(), named(others))) : Optional.empty();
    }

    private static List<Competitor> named(List<Claim> claims) {
        return claims.stream()
                .limit(NAMED_MAX)
                .map(claim -> new Competitor(
                        claim.claimId(),
                        claim.title(),
                        claim.slot().start(),
                        claim.slot().end(),
                        ConflictType.TIME_OVERLAP))
                .toList();
    }
}
