package dev.almanac.query.whatif;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.lane.Overlap;
import dev.almanac.events.lane.Pair;
import dev.almanac.query.lanes.LaneNow;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One lane before and after. */
record LaneComparison(LaneId lane, LaneNow before, LaneNow after, Set<LaneEntry> changed) {

    Map<Pair, Overlap> detected() {
        Map<Pair, Overlap> detected = new HashMap<>(after.conflicts());
        detected.entrySet().removeAll(before.conflicts().entrySet());
        return detected;
    }

    Map<Pair, Overlap> cleared() {
        Map<Pair, Overlap> cleared = new HashMap<>(before.conflicts());
        cleared.keySet().removeAll(after.conflicts().keySet());
        return cleared;
    }

    /** The days, in the zone, on which more events would be, or fewer. */
    List<WhatIf.Density> density(String calendarId, ZoneId zone) {
        return changed.stream()
                .flatMap(entry -> days(entry.slot(), zone))
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .map(day -> new WhatIf.Density(calendarId, day, count(before, day, zone), count(after, day, zone)))
                .filter(day -> day.before() != day.after())
                .toList();
    }

    private static Stream<LocalDate> days(TimeSlot slot, ZoneId zone) {
        LocalDate first = LocalDate.ofInstant(slot.start(), zone);
        LocalDate last = LocalDate.ofInstant(slot.end().minusNanos(1), zone);
        return first.datesUntil(last.plusDays(1));
    }

    private static int count(LaneNow lane, LocalDate day, ZoneId zone) {
        Cancellable.goOn();
        TimeSlot whole = new TimeSlot(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
        return (int) lane.entries().stream()
                .filter(entry -> entry.slot().overlaps(whole))
                .count();
    }
}
