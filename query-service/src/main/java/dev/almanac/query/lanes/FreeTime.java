package dev.almanac.query.lanes;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** When a resource, which bears one claim at a time, bears one more. */
public final class FreeTime {
    /** SCH-034: slots are looked for every half hour. */
    public static final Duration STEP = Duration.ofMinutes(30);

    /** From start to end, none touching another. */
    private final NavigableMap<Instant, Instant> busy = new TreeMap<>();

    /** @param taken when no claim may be */
    public FreeTime(Stream<TimeSlot> taken) {
        taken.sorted(Comparator.comparing(TimeSlot::start)).forEach(this::add);
    }

    private void add(TimeSlot taken) {
        Map.Entry<Instant, Instant> last = busy.lastEntry();
        if (last == null || last.getValue().isBefore(taken.start())) {
            busy.put(taken.start(), taken.end());
        } else if (last.getValue().isBefore(taken.end())) {
            busy.put(last.getKey(), taken.end());
        }
    }

    public boolean isFree(TimeSlot slot) {
        Map.Entry<Instant, Instant> before = busy.lowerEntry(slot.end());
        return before == null || !before.getValue().isAfter(slot.start());
    }

    /** Free slots of that length in the window, of which one may start every half hour from the window's start. */
    public List<TimeSlot> slots(TimeSlot window, Duration length) {
        return Stream.iterate(window.start(), start -> start.plus(STEP))
                .map(start -> new TimeSlot(start, start.plus(length)))
                .takeWhile(slot -> !slot.end().isAfter(window.end()))
                .filter(this::isFree)
                .toList();
    }

    /** The free half hours of the window, those that follow each other as one. */
    public List<TimeSlot> stretches(TimeSlot window) {
        List<TimeSlot> stretches = new ArrayList<>();
        for (TimeSlot next : slots(window, STEP)) {
            boolean follows = !stretches.isEmpty() && stretches.getLast().end().equals(next.start());
            stretches.add(follows ? stretches.removeLast().hull(next) : next);
        }
        return List.copyOf(stretches);
    }
}
