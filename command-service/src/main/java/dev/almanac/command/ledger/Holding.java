package dev.almanac.command.ledger;

import java.util.List;

/**
 * All that a schedule holds from now on; nothing when it leaves its calendar.
 *
 * @param isFirst whether it has held nothing so far
 */
public record Holding(String scheduleId, boolean isFirst, List<Claim> claims) {
    public Holding {
        claims = List.copyOf(claims);
    }
}
