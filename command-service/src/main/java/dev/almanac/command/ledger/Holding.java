package dev.almanac.command.ledger;

import java.util.List;

/** All that a schedule holds from now on; nothing when it leaves its calendar. */
public record Holding(String scheduleId, List<Claim> claims) {
    public Holding {
        claims = List.copyOf(claims);
    }
}
