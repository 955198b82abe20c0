package dev.almanac.conflict.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.events.resource.ResourceRole;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever was put and removed, what overlaps a slot is what a look at every entry finds. */
class LaneIndexTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");
    private static final LaneId LANE = LaneId.resource("hall");
    private static final List<Span> ALL = List.of(Span.values());

    record Step(int claim, int startHour, Duration length, boolean goes) {

        TimeSlot slot() {
            Instant start = START.plus(Duration.ofHours(startHour));
            return new TimeSlot(start, start.plus(length));
        }

        LaneEntry entry() {
            return new LaneEntry("claim-" + claim, slot(), ResourceRole.PRIMARY, false);
        }
    }

    @Provide
    Arbitrary<List<Step>> stories() {
        Arbitrary<Duration> length = Arbitraries.of(15, 60, 61, 240, 241, 1_440, 10_080, 44_640, 500_000)
                .map(Duration::ofMinutes);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 2_000),
                        length,
                        Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    /** In a quarter of the stories hardly anything can be kept. */
    @Property(tries = 500)
    void what_overlaps_a_slot_is_what_a_look_at_every_entry_finds(
            @ForAll("stories") List<Step> story,
            @ForAll("stories") List<Step> looks,
            @ForAll("keptEntries") int keptMax) {
        Lane lane = new Lane(keptMax);
        Iterator<Step> look = looks.iterator();
        for (Step step : story) {
            lane.take(step);
            if (look.hasNext()) {
                lane.look(look.next().slot());
            }
        }
        look.forEachRemaining(step -> lane.look(step.slot()));
    }

    @Provide
    Arbitrary<Integer> keptEntries() {
        return Arbitraries.of(3, 10, 100, 1_000);
    }

    @Example
    void what_is_put_twice_is_found_once_and_what_is_not_there_can_be_removed() {
        LaneEntry hour = new Step(1, 0, Duration.ofHours(1), false).entry();
        Lane lane = new Lane(100);
        lane.look(hour.slot());
        lane.put(hour);
        lane.put(hour);
        lane.remove(new Step(2, 0, Duration.ofHours(1), false).entry());
        lane.remove(new Step(3, 0, Duration.ofDays(1), false).entry());
        lane.look(hour.slot());
    }

    @Example
    void many_lanes_with_little_on_each_stay_within_the_bound() {
        LaneIndex index = new LaneIndex(100, (_, _, _, _) -> List.of());
        for (int number = 0; number < 1_000; number++) {
            LaneId lane = LaneId.calendar("calendar-" + number);
            index.overlapping(lane, ALL, slot(number, Duration.ofHours(1)));
            index.put(lane, new Step(number, number, Duration.ofHours(1), false).entry());
            assertThat(index.kept()).isLessThanOrEqualTo(100);
        }
    }

    @Example
    void what_was_looked_at_lately_is_not_read_again_however_much_is_stored_elsewhere() {
        Lane lane = new Lane(100);
        for (int number = 0; number < 10_000; number++) {
            lane.put(new Step(number, 2 * number, Duration.ofHours(1), false).entry());
        }
        lane.look(slot(10_001, Duration.ofHours(1)));
        int before = lane.read;
        for (int hour = 10_002; hour < 10_006; hour++) {
            lane.look(slot(hour, Duration.ofHours(1)));
        }
        assertThat(lane.read).isEqualTo(before);
    }

    @Example
    void a_crowd_is_looked_at_where_it_is_stored_and_pushes_nothing_else_out() {
        Lane lane = new Lane(100);
        lane.look(slot(100, Duration.ofHours(1)));
        int kept = lane.index.kept();
        lane.look(slot(0, Duration.ofHours(1)));
        for (int number = 0; number < 50; number++) {
            lane.put(new Step(number, 0, Duration.ofHours(1), false).entry());
            lane.look(slot(0, Duration.ofMinutes(15)));
        }
        int before = lane.read;
        lane.look(slot(100, Duration.ofHours(1)));
        assertThat(lane.read).isEqualTo(before);
        assertThat(lane.index.kept()).isLessThan(3 * kept);
    }

    @Example
    void nothing_can_be_claimed_backwards_or_for_more_than_a_century() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Step(1, 0, Duration.ZERO, false).entry());
        assertThatIllegalArgumentException().isThrownBy(() -> new Step(1, 0, Duration.ofHours(-1), false).entry());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Step(1, 0, Duration.ofDays(36_525).plusSeconds(1), false).entry());
        assertThat(new Step(1, 0, Duration.ofDays(36_525), false).entry().slot().duration())
                .isEqualTo(Duration.ofDays(36_525));
    }

    /** A group is as long as its longest: an entry of that length is found by its last instant, and not behind it. */
    @Example
    void the_longest_of_each_group_is_found_by_its_last_instant() {
        for (Span span : Span.values()) {
            LaneEntry longest = new Step(1, 0, span.longest(), false).entry();
            assertThat(Span.of(longest.slot())).isEqualTo(span);
            Lane lane = new Lane(100);
            lane.put(longest);
            Instant end = longest.slot().end();
            assertThat(lane.overlapping(new TimeSlot(end.minusNanos(1), end))).containsExactly(longest);
            assertThat(lane.overlapping(new TimeSlot(end, end.plusSeconds(1)))).isEmpty();
        }
    }

    /** Keys and profiles that are stored say them: a name may change, these may not. */
    @Example
    void groups_are_stored_by_the_letters_and_bits_that_they_always_had() {
        assertThat(Span.values()).extracting(Span::letter).containsExactly("A", "B", "C", "D", "E", "F");
        assertThat(Span.values()).extracting(Span::bit).containsExactly(1, 2, 4, 8, 16, 32);
    }

    private static TimeSlot slot(int startHour, Duration length) {
        return new Step(0, startHour, length, false).slot();
    }

    /** One lane and its index, told of every change, over entries that are all stored; counts what is read from there. */
    private static final class Lane implements LaneIndex.Stored {
        private final LaneIndex index;
        private final Map<String, LaneEntry> entries = new HashMap<>();
        private int read;

        Lane(int keptMax) {
            this.index = new LaneIndex(keptMax, this);
        }

        void take(Step step) {
            LaneEntry known = entries.get(step.entry().claimId());
            if (known != null) {
                remove(known);
            }
            if (!step.goes()) {
                put(step.entry());
            }
        }

        void put(LaneEntry entry) {
            entries.put(entry.claimId(), entry);
            index.put(LANE, entry);
        }

        void remove(LaneEntry entry) {
            entries.remove(entry.claimId());
            index.remove(LANE, entry);
        }

        List<LaneEntry> overlapping(TimeSlot slot) {
            return index.overlapping(LANE, ALL, slot);
        }

        void look(TimeSlot slot) {
            assertThat(overlapping(slot))
                    .containsExactlyInAnyOrderElementsOf(entries.values().stream()
                            .filter(entry -> entry.slot().overlaps(slot))
                            .toList());
        }

        /** A second too much on both sides, as a store may give it whose keys tell seconds. */
        @Override
        public List<LaneEntry> starting(LaneId lane, Span span, Instant from, Instant till) {
            read++;
            TimeSlot asked = new TimeSlot(from.minusSeconds(1), till.plusSeconds(1));
            return entries.values().stream()
                    .filter(entry -> Span.of(entry.slot()) == span)
                    .filter(entry -> asked.contains(entry.slot().start()))
                    .toList();
        }
    }
}
