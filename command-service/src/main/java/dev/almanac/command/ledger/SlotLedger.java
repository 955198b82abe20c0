package dev.almanac.command.ledger;

import dev.almanac.command.rows.DeferredWrites;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.Occupancy;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Admits claims. All of it happens in the transaction that appends the changes, while the rows of the lanes are locked:
 * two commands never count the same lane at once, so that it cannot be double-booked.
 */
@Component
public class SlotLedger {
    private final LedgerTables tables;
    private final PlannedRuns planned;

    SlotLedger(LedgerTables tables, PlannedRuns planned) {
        this.tables = tables;
        this.planned = planned;
    }

    /** Opens or changes a lane; a lower capacity evicts nobody. */
    public void keep(Lane lane) {
        tables.save(lane);
    }

    public Optional<Lane> lane(String calendarId) {
        return tables.lane(calendarId);
    }

    /** By schedule, what the rows say that it holds. */
    public Map<String, List<Claim>> held(Collection<String> calendarIds, Collection<String> scheduleIds) {
        return tables.held(calendarIds, scheduleIds).stream().collect(Collectors.groupingBy(Claim::scheduleId));
    }

    /** Until the transaction ends, nobody else claims a slot of the calendar, nor writes its stream. */
    public void lock(String calendarId) {
        tables.lock(Set.of(calendarId), List.of(), List.of());
    }

    /** Where most of what lies ahead holds at once; nothing where nothing is booked. */
    public Optional<Peak> fullest(String calendarId, Instant from) {
        return tables.fullest(calendarId, from);
    }

    public void keepResource(String resourceId) {
        tables.saveResource(resourceId);
    }

    public List<String> unknownResources(List<String> resourceIds) {
        return tables.unknownResources(resourceIds);
    }

    /**
     * Makes these the only claims of their schedules, unless one of them is refused. All that the schedules held is
     * released first, so that two of them may change places; slots that are held already are not asked about again.
     *
     * @param outages those of the resources of a claim that overlap it
     */
    public Settlement settle(
            List<Holding> holdings, Terms terms, Function<Claim, List<Outage>> outages, DeferredWrites rows) {
        List<Claim> claims =
                holdings.stream().flatMap(holding -> holding.claims().stream()).toList();
        Map<String, Claim> held = holdings.stream()
                .flatMap(holding -> holding.before().stream())
                .collect(Collectors.toMap(Claim::claimId, claim -> claim));
        Predicate<Claim> isKept = claim -> {
            Claim before = held.get(claim.claimId());
            return before != null && claim.isAtThePlaceOf(before);
        };
        List<Claim> wanted = claims.stream().filter(isKept.negate()).toList();
        LockedLanes lanes = planned.among(
                tables.lock(
                        claims.stream().map(Claim::calendarId).collect(Collectors.toCollection(TreeSet::new)),
                        wanted,
                        holdings.stream().map(Holding::scheduleId).toList()),
                wanted);
        Admission admission = new Admission(
                lanes.byCalendar(), terms, claims.stream().filter(isKept).toList());
        Settlement settlement = new Settlement(claims.stream()
                .map(claim -> isKept.test(claim)
                        ? Verdict.held(claim, admission.lane(claim))
                        : admission.admit(claim, lanes.othersThan(claim), outages.apply(claim)))
                .toList());
        if (settlement.refusal().isEmpty()) {
            replace(held, settlement, rows);
        }
        return settlement;
    }

    /** In which of the slots the calendar of the claim has room for it, those of its own schedule left aside. */
    public List<TimeSlot> free(Claim wanted, List<TimeSlot> slots) {
        Map<TimeSlot, Claim> moved = new LinkedHashMap<>();
        slots.forEach(slot -> moved.put(
                slot,
                new Claim(
                        wanted.claimId() + "~" + slot.start().getEpochSecond(),
                        wanted.scheduleId(),
                        wanted.calendarId(),
                        wanted.title(),
                        slot)));
        Set<Claim> fitting = fitting(List.copyOf(moved.values()), wanted);
        return moved.entrySet().stream()
                .filter(slot -> fitting.contains(slot.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Which of the claims of one schedule on one calendar would find it full, each by itself. */
    public List<Claim> crowded(List<Claim> claims) {
        Set<Claim> fitting = claims.isEmpty() ? Set.of() : fitting(claims, claims.getFirst());
        return claims.stream().filter(claim -> !fitting.contains(claim)).toList();
    }

    private Set<Claim> fitting(List<Claim> claims, Claim one) {
        LockedLanes lanes =
                planned.among(tables.lock(Set.of(one.calendarId()), claims, List.of(one.scheduleId())), claims);
        Lane lane = lanes.byCalendar().get(one.calendarId());
        return claims.stream()
                .filter(claim -> lane != null
                        && Occupancy.peak(
                                        claim.slot(),
                                        lanes.othersThan(claim).stream().map(Claim::slot))
                                < lane.capacity())
                .collect(Collectors.toSet());
    }

    private void replace(Map<String, Claim> held, Settlement settlement, DeferredWrites rows) {
        Map<String, Claim> admitted = new LinkedHashMap<>();
        settlement.verdicts().stream()
                .filter(Verdict::isAdmitted)
                .map(Verdict::claim)
                .forEach(claim -> admitted.put(claim.claimId(), claim));
        List<String> released = held.keySet().stream()
                .filter(claimId -> !admitted.containsKey(claimId))
                .toList();
        tables.delete(released, rows);
        List<Claim> taken = admitted.values().stream()
                .filter(claim -> !claim.equals(held.get(claim.claimId())))
                .toList();
        tables.put(taken, rows);
    }
}
