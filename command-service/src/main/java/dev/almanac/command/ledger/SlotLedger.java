package dev.almanac.command.ledger;

import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.TimeSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Admits claims. All of it happens in the transaction that appends the changes, while the lane's row is locked: two
 * commands never count the same lane at once, so that it cannot be double-booked.
 */
@Component
public class SlotLedger {
    private final LedgerTables tables;

    SlotLedger(LedgerTables tables) {
        this.tables = tables;
    }

    /** Opens or changes a lane; a lower capacity evicts nobody. */
    public void keep(Lane lane) {
        tables.save(lane);
    }

    public Optional<Lane> lane(String calendarId) {
        return tables.lane(calendarId);
    }

    public void keepResource(String resourceId) {
        tables.saveResource(resourceId);
    }

    public List<String> unknownResources(List<String> resourceIds) {
        return tables.unknownResources(resourceIds);
    }

    /**
     * Makes these the only claims of the schedule, or says why not. Slots that it holds already are not asked about
     * again.
     *
     * @param needsRoom whether a claim is refused where the lane is full; an override needs none, nor does history
     */
    public Optional<Rejection> hold(
            String scheduleId, String calendarId, List<Claim> claims, Predicate<Claim> needsRoom) {
        Lane lane = tables.lockLane(calendarId).orElseThrow(() -> new IllegalStateException("no lane " + calendarId));
        Set<Map.Entry<String, TimeSlot>> held = tables.claimsOf(scheduleId, calendarId).stream()
                .map(SlotLedger::place)
                .collect(Collectors.toSet());
        List<Claim> wanted = claims.stream()
                .filter(claim -> !held.contains(place(claim)))
                .filter(needsRoom)
                .toList();
        Optional<Rejection> refusal = firstRefusal(lane, scheduleId, wanted, claims);
        if (refusal.isEmpty()) {
            tables.replace(scheduleId, calendarId, claims);
        }
        return refusal;
    }

    private static Map.Entry<String, TimeSlot> place(Claim claim) {
        return Map.entry(claim.claimId(), claim.slot());
    }

    public void release(String scheduleId) {
        tables.release(scheduleId);
    }

    private Optional<Rejection> firstRefusal(Lane lane, String scheduleId, List<Claim> wanted, List<Claim> claims) {
        if (lane.allowOverbooking()) {
            return Optional.empty();
        }
        return wanted.stream()
                .map(claim -> Admission.refusal(lane, claim, competitors(lane, scheduleId, claim, claims)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Claims of others that overlap, and those of the same series: a series may collide with itself. */
    private List<Claim> competitors(Lane lane, String scheduleId, Claim wanted, List<Claim> claims) {
        List<Claim> competitors = new ArrayList<>(tables.overlapping(lane.calendarId(), wanted.slot(), scheduleId));
        claims.stream()
                .filter(claim -> !claim.equals(wanted) && claim.slot().overlaps(wanted.slot()))
                .forEach(competitors::add);
        return competitors;
    }
}
