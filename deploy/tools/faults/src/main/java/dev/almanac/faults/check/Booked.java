package dev.almanac.faults.check;

import dev.almanac.events.Republication;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.faults.check.Shown.Pair;
import dev.almanac.faults.check.Shown.Slot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which events there are in the end, by the changes on the topic and by nothing that the suite itself folds them with. */
record Booked(Map<String, Event> events) {

    Booked {
        events = Map.copyOf(events);
    }

    record Event(String calendar, Slot slot, List<String> resources) {
        Event at(Slot other) {
            return new Event(calendar, other, resources);
        }
    }

    static Booked of(List<Told> schedules, Set<String> calendars) {
        Map<String, Event> events = new HashMap<>();
        Map<String, Long> last = new HashMap<>();
        Map<String, List<Told>> republished = new HashMap<>();
        for (Told told : schedules) {
            Republication republication = told.recorded().republication();
            if (republication != null) {
                again(told, republication, republished, last, events);
                continue;
            }
            long sequence = told.recorded().metadata().sequence();
            if (sequence > last.getOrDefault(told.key(), -1L)) {
                last.put(told.key(), sequence);
                take(told, events);
            }
        }
        events.values().removeIf(event -> !calendars.contains(event.calendar()));
        return new Booked(events);
    }

    /** With the last of all changes of an event that are republished it is what they say, whatever was heard before. */
    private static void again(
            Told told,
            Republication republication,
            Map<String, List<Told>> republished,
            Map<String, Long> last,
            Map<String, Event> events) {
        if (republication.isFirst()) {
            republished.put(told.key(), new ArrayList<>());
        }
        List<Told> draft = republished.get(told.key());
        if (draft == null || draft.size() != republication.number()) {
            return;
        }
        draft.add(told);
        long sequence = told.recorded().metadata().sequence();
        if (republication.isLast() && sequence >= last.getOrDefault(told.key(), -1L)) {
            last.put(told.key(), sequence);
            events.remove(told.key());
            draft.forEach(each -> take(each, events));
        }
    }

    private static void take(Told told, Map<String, Event> events) {
        switch (told.change()) {
            case EventScheduledOnCalendar booked ->
                events.put(
                        booked.scheduleId(),
                        new Event(
                                booked.booking().calendarId(),
                                new Slot(
                                        booked.booking().slot().start(),
                                        booked.booking().slot().end()),
                                booked.details().resources().stream()
                                        .map(ResourceClaim::resourceId)
                                        .toList()));
            case EventRescheduled moved ->
                events.computeIfPresent(
                        moved.scheduleId(),
                        (_, event) -> event.at(new Slot(moved.newStartDateTime(), moved.newEndDateTime())));
            case EventRemovedFromCalendar removed -> events.remove(removed.scheduleId());
            default -> {}
        }
    }

    Map<String, Slot> slots() {
        Map<String, Slot> slots = new HashMap<>();
        events.forEach((id, event) -> slots.put(id, event.slot()));
        return slots;
    }

    /** Every pair that overlaps on a resource, by looking at every pair. */
    Set<Pair> conflicts() {
        Map<String, List<Map.Entry<String, Event>>> byResource = new HashMap<>();
        events.entrySet()
                .forEach(event -> event.getValue()
                        .resources()
                        .forEach(resource -> byResource
                                .computeIfAbsent(resource, _ -> new ArrayList<>())
                                .add(event)));
        Set<Pair> pairs = new HashSet<>();
        byResource.values().forEach(claims -> {
            claims.sort(Comparator.comparing(Map.Entry::getKey));
            for (int i = 0; i < claims.size(); i++) {
                for (int j = i + 1; j < claims.size(); j++) {
                    if (claims.get(i)
                            .getValue()
                            .slot()
                            .overlaps(claims.get(j).getValue().slot())) {
                        pairs.add(Pair.of(claims.get(i).getKey(), claims.get(j).getKey()));
                    }
                }
            }
        });
        return pairs;
    }
}
