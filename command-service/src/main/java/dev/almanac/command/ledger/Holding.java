package dev.almanac.command.ledger;

import java.util.List;
import java.util.Set;

/**
 * All that a schedule holds from now on; nothing when it leaves its calendar.
 *
 * @param before what it has held so far, as its changes say
 */
public record Holding(String scheduleId, List<Claim> before, List<Claim> claims) {
    public Holding {
        before = List.copyOf(before);
        claims = List.copyOf(claims);
    }

    /** Whether it holds anything else, or elsewhere, than so far. */
    public boolean isChanged() {
        return !Set.copyOf(before).equals(Set.copyOf(claims));
    }
}
