package dev.almanac.command.ledger;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** How many claims hold at once. */
final class Occupancy {
    private Occupancy() {}

    /** The largest number of claims that hold at any one instant of the slot. */
    static int peak(TimeSlot slot, List<Claim> claims) {
        return (int) Stream.concat(
                        Stream.of(slot.start()),
                        claims.stream().map(claim -> claim.slot().start()))
                .filter(slot::contains)
                .mapToLong(instant -> holding(instant, claims))
                .max()
                .orElse(0);
    }

    /** A count rises only where a claim starts, so that the starts are the only instants to look at. */
    private static long holding(Instant instant, List<Claim> claims) {
        return claims.stream().filter(claim -> claim.slot().contains(instant)).count();
    }
}
