package dev.almanac.command.ledger;

import dev.almanac.command.rejection.Rejection;
import java.util.List;

/** SCH-020, SCH-023: the calendar is full at some instant of each of these claims. */
public record SlotIsFull(String calendarId, int capacity, List<RefusedClaim> refused) implements Rejection.Conflicting {
    public SlotIsFull {
        refused = List.copyOf(refused);
    }

    /** Who is in the way, each named once. */
    public List<Competitor> conflictingEvents() {
        return refused.stream()
                .flatMap(claim -> claim.conflictingEvents().stream())
                .distinct()
                .limit(RefusedClaim.NAMED_MAX)
                .toList();
    }

    @Override
    public String detail() {
        return "The calendar admits " + capacity + " at once, and is full in this slot";
    }

    @Override
    public String rule() {
        return "SCH-023";
    }
}
