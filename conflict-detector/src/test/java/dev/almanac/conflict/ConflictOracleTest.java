package dev.almanac.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

/** After every step of a random story, the open conflicts are those that a look at every hour finds. */
class ConflictOracleTest {
    private static final int HOURS = 48;

    private static final AtomicInteger STORIES = new AtomicInteger();
    private static @Nullable Stream stream;

    @BeforeContainer
    static void open() throws IOException {
        stream = new Stream(Files.createTempDirectory("oracle"));
    }

    @AfterContainer
    static void close() {
        stream().close();
    }

    /** Move, book or remove one of a few events, or change what the calendar bears. */
    record Step(int event, int startHour, int hours, int kind) {}

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, HOURS - 9),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 9))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(25);
    }

    @Property(tries = 100)
    void open_conflicts_equal_those_of_a_look_at_every_hour(
            @ForAll("stories") List<Step> story, @ForAll @IntRange(min = 1, max = 3) int firstCapacity) {
        String hall = "hall-" + STORIES.incrementAndGet();
        Map<String, TimeSlot> events = new TreeMap<>();
        Set<String> open = new TreeSet<>();
        int capacity = firstCapacity;
        stream().calendar(hall, CalendarType.VENUE, capacity);
        for (Step step : story) {
            capacity = take(stream(), hall, events, step, capacity);
            stream().said().forEach(change -> follow(open, change));
            assertThat(open).isEqualTo(oracle(events, capacity));
        }
    }

    private static Stream stream() {
        return Objects.requireNonNull(stream);
    }

    private static int take(Stream stream, String hall, Map<String, TimeSlot> events, Step step, int capacity) {
        String id = hall + "-e" + step.event();
        TimeSlot slot = Stream.hours(step.startHour(), step.startHour() + step.hours());
        if (step.kind() == 0) {
            int changed = 1 + step.hours() % 3;
            stream.calendar(hall, CalendarType.VENUE, changed);
            return changed;
        }
        TimeSlot known = events.get(id);
        if (known == null) {
            stream.event(id, hall, slot);
            events.put(id, slot);
        } else if (step.kind() <= 2) {
            stream.remove(id);
            events.remove(id);
        } else {
            stream.move(id, known, slot);
            events.put(id, slot);
        }
        return capacity;
    }

    private static void follow(Set<String> open, ConflictChange change) {
        switch (change) {
            case ScheduleConflictDetected found -> open.add(found.scheduledEventId() + found.conflictingEventId());
            case ScheduleConflictCleared gone -> open.remove(gone.scheduledEventId() + gone.conflictingEventId());
            case ConflictChange.Handling _ -> throw new IllegalStateException("the detector decides nothing");
        }
    }

    private static Set<String> oracle(Map<String, TimeSlot> events, int capacity) {
        Set<String> pairs = new TreeSet<>();
        for (int hour = 0; hour <= HOURS; hour++) {
            Instant instant = Stream.hours(hour, hour + 1).start();
            Map<String, TimeSlot> holding = new HashMap<>(events);
            holding.values().removeIf(slot -> !slot.contains(instant));
            if (holding.size() > capacity) {
                holding.keySet()
                        .forEach(one -> holding.keySet().stream()
                                .filter(other -> one.compareTo(other) < 0)
                                .forEach(other -> pairs.add(one + other)));
            }
        }
        return pairs;
    }
}
