package dev.almanac.audit;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Who holds what of each calendar, by start, so that a look costs what is around the slot and not the calendar. */
final class Occupancy {
    private final Map<String, NavigableMap<Instant, Set<Claim>>> byCalendar = new HashMap<>();
    private Duration longest = Duration.ZERO;

    void take(Claim claim) {
        Duration length = claim.slot().duration();
        longest = length.compareTo(longest) > 0 ? length : longest;
        byCalendar
                .computeIfAbsent(claim.calendarId(), _ -> new TreeMap<>())
                .computeIfAbsent(claim.slot().start(), _ -> new HashSet<>())
                .add(claim);
    }

    void release(Claim claim) {
        NavigableMap<Instant, Set<Claim>> calendar = byCalendar.getOrDefault(claim.calendarId(), new TreeMap<>());
        calendar.computeIfPresent(claim.slot().start(), (_, claims) -> {
            claims.remove(claim);
            return claims.isEmpty() ? null : claims;
        });
    }

    /** At the fullest instant of the claim, itself among them. */
    int mostAtOnce(Claim claim) {
        TimeSlot slot = claim.slot();
        List<TimeSlot> overlapping = byCalendar
                .getOrDefault(claim.calendarId(), new TreeMap<>())
                .subMap(slot.start().minus(longest), true, slot.end(), false)
                .values()
                .stream()
                .flatMap(Collection::stream)
                .map(Claim::slot)
                .filter(slot::overlaps)
                .toList();
        return Stream.concat(Stream.of(slot.start()), overlapping.stream().map(TimeSlot::start))
                .filter(slot::contains)
                .mapToInt(instant -> (int) overlapping.stream()
                        .filter(other -> other.contains(instant))
                        .count())
                .max()
                .orElse(0);
    }
}
