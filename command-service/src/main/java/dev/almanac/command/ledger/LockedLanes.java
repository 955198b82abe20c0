package dev.almanac.command.ledger;

import java.util.List;
import java.util.Map;

/**
 * Lanes that nobody else claims until the transaction ends.
 *
 * @param others by wanted claim, the claims of other schedules that overlap it
 */
record LockedLanes(Map<String, Lane> byCalendar, Map<Claim, List<Claim>> others) {

    List<Claim> othersThan(Claim wanted) {
        return others.getOrDefault(wanted, List.of());
    }
}
