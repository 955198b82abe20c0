package dev.almanac.command.ledger;

import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.TimeSlot;
import java.util.List;

/**
 * A resource that is needed is out in each of these slots.
 *
 * @param freeSlots near the first of them, in which the resources are there and the calendar has room
 */
public record TimeSlotUnavailable(List<RefusedClaim> refused, List<TimeSlot> freeSlots)
        implements Rejection.Unprocessable {
    public TimeSlotUnavailable {
        refused = List.copyOf(refused);
        freeSlots = List.copyOf(freeSlots);
    }

    /** The outages, each named once. */
    public List<Competitor> outages() {
        return refused.stream()
                .flatMap(claim -> claim.conflictingEvents().stream())
                .distinct()
                .limit(RefusedClaim.NAMED_MAX)
                .toList();
    }

    public TimeSlotUnavailable with(List<TimeSlot> suggestions) {
        return new TimeSlotUnavailable(refused, suggestions);
    }

    @Override
    public String detail() {
        return "A resource that the event needs is out in this slot";
    }

    @Override
    public String field() {
        return "resources";
    }
}
