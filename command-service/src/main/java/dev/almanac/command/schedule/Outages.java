package dev.almanac.command.schedule;

import dev.almanac.command.ledger.Claim;
import dev.almanac.command.ledger.Outage;
import dev.almanac.command.ledger.OutageLedger;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * When the resources of what is booked are out, looked up once for all claims of a command.
 *
 * @param resources by claim id
 */
record Outages(Map<String, Set<String>> resources, List<Outage> known) {
    /** Who looks for free slots looks so far in either direction. */
    static final Duration AROUND = Duration.ofDays(8);

    /** SCH-032: less than this before or after an outage is tight. */
    private static final Duration TIGHT = Duration.ofMinutes(15);

    Outages {
        resources = Map.copyOf(resources);
        known = List.copyOf(known);
    }

    static Outages of(List<Revision> revisions, OutageLedger ledger) {
        Map<String, Set<String>> resources = new HashMap<>();
        Set<String> all = new HashSet<>();
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        for (Revision revision : revisions) {
            for (Claim claim : revision.holding().claims()) {
                Set<String> needed = Claims.resources(revision.after(), claim.claimId());
                if (!needed.isEmpty()) {
                    resources.put(claim.claimId(), needed);
                    all.addAll(needed);
                    first = first.isBefore(claim.slot().start())
                            ? first
                            : claim.slot().start();
                    last = last.isAfter(claim.slot().end())
                            ? last
                            : claim.slot().end();
                }
            }
        }
        return all.isEmpty()
                ? new Outages(Map.of(), List.of())
                : new Outages(resources, ledger.during(new TimeSlot(first.minus(AROUND), last.plus(AROUND)), all));
    }

    List<Outage> of(Claim claim) {
        return of(claim, claim.slot());
    }

    /** Those of the resources of a claim, if it were there. */
    List<Outage> of(Claim claim, TimeSlot slot) {
        Set<String> needed = resources.getOrDefault(claim.claimId(), Set.of());
        return known.stream()
                .filter(outage ->
                        needed.contains(outage.resourceId()) && outage.slot().overlaps(slot))
                .toList();
    }

    /** Whether a check would say that the resources are there: far enough before an outage, or after it (SCH-032). */
    boolean admit(Claim claim, TimeSlot slot) {
        return of(claim, slot.followedBy(TIGHT)).isEmpty();
    }

    /** SCH-032: says where a resource is hardly there. */
    void warn(Claim claim, Receipt receipt) {
        TimeSlot wide = new TimeSlot(
                claim.slot().start().minus(TIGHT), claim.slot().end().plus(TIGHT));
        of(claim, wide).stream()
                .filter(outage -> !outage.slot().overlaps(claim.slot()))
                .forEach(outage -> receipt.warn("Resource " + outage.resourceId() + " is out from "
                        + outage.slot().start() + " to " + outage.slot().end() + ": less than "
                        + TIGHT.toMinutes() + " minutes apart (SCH-032)"));
    }
}
