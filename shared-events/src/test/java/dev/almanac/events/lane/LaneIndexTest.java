package dev.almanac.events.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceRole;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
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

    record Step(int claim, int startHour, Duration length, boolean goes) {

        LaneEntry entry() {
            Instant start = START.plus(Duration.ofHours(startHour));
            return new LaneEntry(
                    "claim-" + claim, new TimeSlot(start, start.plus(length)), ResourceRole.PRIMARY, false);
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

    @Property(tries = 500)
    void what_overlaps_a_slot_is_what_a_look_at_every_entry_finds(
            @ForAll("stories") List<Step> story, @ForAll("stories") List<Step> looks) {
        LaneIndex index = new LaneIndex();
        Map<String, LaneEntry> entries = new HashMap<>();
        for (Step step : story) {
            LaneEntry known = entries.remove(step.entry().claimId());
            if (known != null) {
                index.remove(known);
            }
            if (!step.goes()) {
                entries.put(step.entry().claimId(), step.entry());
                index.put(step.entry());
            }
        }
        assertThat(index.size()).isEqualTo(entries.size());
        for (Step look : looks) {
            TimeSlot slot = look.entry().slot();
            assertThat(index.overlapping(slot))
                    .containsExactlyInAnyOrderElementsOf(entries.values().stream()
                            .filter(entry -> entry.slot().overlaps(slot))
                            .toList());
        }
    }

    @Example
    void what_is_put_twice_counts_once_and_what_is_not_there_can_be_removed() {
        LaneEntry hour = new Step(1, 0, Duration.ofHours(1), false).entry();
        LaneEntry other = new Step(2, 0, Duration.ofHours(1), false).entry();
        LaneEntry day = new Step(3, 0, Duration.ofDays(1), false).entry();
        LaneIndex index = new LaneIndex();
        index.put(hour);
        index.put(hour);
        index.remove(other);
        index.remove(day);
        assertThat(index.size()).isEqualTo(1);
        assertThat(index.overlapping(day.slot())).containsExactly(hour);
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
            LaneIndex index = new LaneIndex();
            index.put(longest);
            Instant end = longest.slot().end();
            assertThat(index.overlapping(new TimeSlot(end.minusNanos(1), end))).containsExactly(longest);
            assertThat(index.overlapping(new TimeSlot(end, end.plusSeconds(1)))).isEmpty();
        }
    }
}
