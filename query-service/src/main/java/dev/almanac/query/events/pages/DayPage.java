package dev.almanac.query.events.pages;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.Pair;
import dev.almanac.query.http.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A day over several calendars.
 *
 * @param timeZone whose day it is
 * @param from its start
 * @param till its end, exclusive: 23 or 25 hours later where the clocks change
 * @param events how many there are
 * @param openConflicts conflicts of these events that somebody still has to act on
 * @param groups by category, in alphabetical order
 */
record DayPage(
        LocalDate date,
        String timeZone,
        Instant from,
        Instant till,
        long events,
        long openConflicts,
        List<Group> groups) {

    /**
     * Events of one category, by start.
     *
     * @param category {@code Other} for those that have none
     */
    record Group(String category, long count, List<PairedEvent> events) {}

    /**
     * An event, and what it goes with.
     *
     * @param pair the first companion that does not take place, or else the first one; its primary, where it has no
     *     companion; absent for an event that goes alone
     * @param pairs all of them
     */
    record PairedEvent(
            @JsonUnwrapped EventItem event, @Nullable Pair pair, List<Pair> pairs) {

        static PairedEvent of(EventItem event, List<Pair> pairs) {
            Pair first = pairs.isEmpty() ? null : pairs.getFirst();
            return new PairedEvent(
                    event, pairs.stream().filter(Pair::warns).findFirst().orElse(first), pairs);
        }
    }

    static DayPage of(Span day, ZoneId zone, Diary diary) {
        return new DayPage(
                day.first(),
                zone.getId(),
                day.whole(zone).start(),
                day.whole(zone).end(),
                diary.events().size(),
                diary.conflicts().size(),
                diary.events().stream()
                        .collect(Collectors.groupingBy(
                                Categories::of,
                                TreeMap::new,
                                Collectors.mapping(
                                        event -> PairedEvent.of(event, diary.pairsOf(event)), Collectors.toList())))
                        .entrySet()
                        .stream()
                        .map(group -> new Group(group.getKey(), group.getValue().size(), group.getValue()))
                        .toList());
    }
}
