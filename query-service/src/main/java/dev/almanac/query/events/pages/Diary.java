package dev.almanac.query.events.pages;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.Pair;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What a page shows: events by start, the conflicts that are open among them, and which others they go with. */
record Diary(List<EventItem> events, List<ConflictView> conflicts, Map<String, List<Pair>> pairs) {

    Diary {
        events = List.copyOf(events);
        conflicts = List.copyOf(conflicts);
        pairs = Map.copyOf(pairs);
    }

    /** What goes on in a part of it. */
    Diary within(TimeSlot slot) {
        return new Diary(
                events.stream().filter(event -> event.slot().overlaps(slot)).toList(),
                conflicts.stream()
                        .filter(conflict -> new TimeSlot(conflict.overlapStart(), conflict.overlapEnd()).overlaps(slot))
                        .toList(),
                pairs);
    }

    List<Pair> pairsOf(EventItem event) {
        return pairs.getOrDefault(event.id(), List.of());
    }

    List<UnscheduledCompanion> unscheduledCompanions() {
        return events.stream()
                .map(event -> pairsOf(event).stream()
                        .filter(Pair::warns)
                        .map(pair -> UnscheduledCompanion.of(event, pair))
                        .toList())
                .flatMap(Collection::stream)
                .toList();
    }
}
