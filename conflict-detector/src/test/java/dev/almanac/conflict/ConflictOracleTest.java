package dev.almanac.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
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
    /** Where more than two start near each other, they are looked at in the store; other stretches push each other out. */
    private static final int CRAMPED = 8;

    private static @Nullable Stream stream;
    private static @Nullable Stream cramped;

    @BeforeContainer
    static void open() throws IOException {
        stream = new Stream(Files.createTempDirectory("oracle"));
        cramped = new Stream(Files.createTempDirectory("cramped"), CRAMPED);
    }

    @AfterContainer
    static void close() {
        Objects.requireNonNull(stream).close();
        Objects.requireNonNull(cramped).close();
    }

    /** Move, book or remove one of a few events, change what the calendar bears, or take the beamer out and back. */
    record Step(int event, int startHour, int hours, int kind) {

        TimeSlot slot() {
            return Stream.hours(startHour, startHour + hours);
        }
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, HOURS - 9),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 11))
                .as(Step::new);
        return step.list().ofMinSize(1).ofMaxSize(30);
    }

    @Property(tries = 200)
    void open_conflicts_equal_those_of_a_look_at_every_hour(
            @ForAll("stories") List<Step> story, @ForAll @IntRange(min = 1, max = 3) int capacity) {
        follow(Objects.requireNonNull(stream), story, capacity);
    }

    @Property(tries = 100)
    void they_do_so_where_hardly_a_lane_fits_into_memory(
            @ForAll("stories") List<Step> story, @ForAll @IntRange(min = 1, max = 3) int capacity) {
        follow(Objects.requireNonNull(cramped), story, capacity);
    }

    private static void follow(Stream stream, List<Step> story, int capacity) {
        Told told = new Told(stream, STORIES.incrementAndGet(), capacity);
        Set<String> open = new TreeSet<>();
        for (Step step : story) {
            told.take(step);
            stream.said().forEach(change -> follow(open, change));
            assertThat(open).isEqualTo(told.conflicts());
        }
    }

    private static void follow(Set<String> open, ConflictChange change) {
        switch (change) {
            case ScheduleConflictDetected found ->
                open.add(key(found.calendarId(), found.scheduledEventId(), found.conflictingEventId()));
            case ScheduleConflictCleared gone ->
                open.remove(key(gone.calendarId(), gone.scheduledEventId(), gone.conflictingEventId()));
            case ConflictChange.Handling _ -> throw new IllegalStateException("the detector decides nothing");
        }
    }

    private static String key(@Nullable Object calendar, String one, String other) {
        return (calendar == null ? "beamer " : "hall ") + one + " " + other;
    }

    /** What the stream was told: events on a hall, the even ones with a beamer, which is out now and then. */
    private static final class Told {
        private final Stream stream;
        private final String hall;
        private final String beamer;
        private final Map<String, TimeSlot> events = new TreeMap<>();
        private final Map<String, TimeSlot> outages = new TreeMap<>();
        private int capacity;
        private int changes;

        Told(Stream stream, int story, int capacity) {
            this.stream = stream;
            this.hall = "hall-" + story;
            this.beamer = "beamer-" + story;
            this.capacity = capacity;
            stream.calendar(hall, CalendarType.VENUE, capacity);
            stream.resource(beamer, ResourceType.EQUIPMENT);
        }

        void take(Step step) {
            changes++;
            switch (step.kind()) {
                case 0 -> {
                    capacity = 1 + step.hours() % 3;
                    stream.calendar(hall, CalendarType.VENUE, capacity);
                }
                case 1 -> goesOut(step.slot());
                case 2 -> comesBack(step.slot());
                case 3, 4 -> remove(id(step));
                default -> put(id(step), step);
            }
        }

        private String id(Step step) {
            return hall + "-e" + step.event();
        }

        /** SCH-031: never during another outage. */
        private void goesOut(TimeSlot slot) {
            if (outages.values().stream().noneMatch(slot::overlaps)) {
                String id = hall + "-out" + changes;
                outages.put(id, slot);
                stream.tell(new ResourceMarkedUnavailable(id, beamer, slot.start(), slot.end(), null, "ana"));
            }
        }

        private void comesBack(TimeSlot slot) {
            Map.copyOf(outages).forEach((id, out) -> {
                if (out.overlaps(slot)) {
                    outages.remove(id);
                    stay(id, new TimeSlot(out.start(), slot.start()));
                    stay(whole(id) + "~" + slot.end().getEpochSecond(), new TimeSlot(slot.end(), out.end()));
                }
            });
            stream.tell(new ResourceMarkedAvailable("back-" + changes, beamer, slot.start(), slot.end(), null, "ana"));
        }

        /** A rest that is cut again is named after the outage, as a rest cut once is. */
        private static String whole(String id) {
            int part = id.indexOf('~');
            return part < 0 ? id : id.substring(0, part);
        }

        private void stay(String id, TimeSlot rest) {
            if (rest.start().isBefore(rest.end())) {
                outages.put(id, rest);
            }
        }

        private void remove(String id) {
            if (events.remove(id) != null) {
                stream.remove(id);
            }
        }

        private void put(String id, Step step) {
            TimeSlot known = events.put(id, step.slot());
            if (known != null) {
                stream.move(id, known, step.slot());
            } else if (needsBeamer(id)) {
                stream.event(id, hall, step.slot(), new ResourceClaim(beamer, ResourceRole.PRIMARY));
            } else {
                stream.event(id, hall, step.slot());
            }
        }

        private static boolean needsBeamer(String id) {
            return (id.charAt(id.length() - 1) - '0') % 2 == 0;
        }

        Set<String> conflicts() {
            Set<String> pairs = new TreeSet<>();
            for (int hour = 0; hour <= HOURS; hour++) {
                Instant instant = Stream.hours(hour, hour + 1).start();
                Set<String> inHall = holding(events, instant);
                if (inHall.size() > capacity) {
                    pairs.addAll(pairs("hall ", inHall, inHall));
                }
                Set<String> atBeamer = holding(events, instant);
                atBeamer.removeIf(id -> !needsBeamer(id));
                pairs.addAll(pairs("beamer ", atBeamer, atBeamer));
                pairs.addAll(pairs("beamer ", atBeamer, holding(outages, instant)));
            }
            return pairs;
        }

        private static Set<String> holding(Map<String, TimeSlot> claims, Instant instant) {
            Map<String, TimeSlot> holding = new TreeMap<>(claims);
            holding.values().removeIf(slot -> !slot.contains(instant));
            return new TreeSet<>(holding.keySet());
        }

        private static Set<String> pairs(String lane, Set<String> some, Set<String> others) {
            Set<String> pairs = new TreeSet<>();
            some.forEach(one -> others.stream()
                    .filter(other -> one.compareTo(other) < 0)
                    .forEach(other -> pairs.add(lane + one + " " + other)));
            return pairs;
        }
    }
}
