package dev.almanac.events.lane;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.resource.ResourceRole;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What conflicts on a lane, against a look at every minute of it. */
class ConflictsTest {
    private static final Instant ZERO = Instant.parse("2026-03-02T00:00:00Z");
    private static final int MINUTES = 60;

    @Provide
    Arbitrary<List<LaneEntry>> entries() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MINUTES - 20),
                        Arbitraries.integers().between(1, 20),
                        Arbitraries.of(ResourceRole.values()),
                        Arbitraries.integers().between(0, 4))
                .as((start, minutes, role, kind) -> new LaneEntry("", slot(start, start + minutes), role, kind == 0))
                .list()
                .ofMaxSize(12)
                .map(ConflictsTest::named);
    }

    @Property(tries = 2_000)
    void those_conflict_that_share_a_minute_at_which_more_hold_than_the_lane_bears(
            @ForAll("entries") List<LaneEntry> entries,
            @ForAll @IntRange(min = 1, max = 4) int capacity,
            @ForAll @IntRange(min = 0, max = 5) int bufferMinutes) {
        LaneProfile lane = lane(capacity, bufferMinutes);

        assertThat(Conflicts.among(lane, entries)).isEqualTo(minuteByMinute(lane, entries));
    }

    @Property(tries = 200)
    void the_order_of_the_claims_makes_no_difference(
            @ForAll("entries") List<LaneEntry> entries, @ForAll Random random) {
        List<LaneEntry> shuffled = new ArrayList<>(entries);
        Collections.shuffle(shuffled, random);

        assertThat(Conflicts.among(lane(2, 3), shuffled)).isEqualTo(Conflicts.among(lane(2, 3), entries));
    }

    @Example
    void what_ends_when_the_next_begins_does_not_conflict() {
        LaneProfile lane = lane(1, 0);

        assertThat(Conflicts.among(lane, named(List.of(entry(0, 10), entry(10, 20)))))
                .isEmpty();
        assertThat(Conflicts.among(lane, named(List.of(entry(0, 10), entry(9, 20)))))
                .hasSize(1);
    }

    @Example
    void a_buffer_keeps_two_apart_and_what_it_takes_of_the_second_is_the_overlap() {
        LaneProfile lane = lane(1, 5);

        assertThat(Conflicts.among(lane, named(List.of(entry(0, 10), entry(12, 20))))
                        .values())
                .containsExactly(new Overlap(slot(12, 15), ConflictLevel.MODERATE, false));
        assertThat(Conflicts.among(lane, named(List.of(entry(0, 10), entry(15, 20)))))
                .isEmpty();
    }

    @Example
    void an_outage_needs_no_buffer_behind_it_and_conflicts_with_no_other_outage() {
        LaneEntry out = new LaneEntry("out", slot(0, 10), ResourceRole.PRIMARY, true);
        LaneEntry outToo = new LaneEntry("out-too", slot(5, 12), ResourceRole.PRIMARY, true);
        LaneEntry claim = new LaneEntry("claim", slot(12, 20), ResourceRole.PRIMARY, false);

        assertThat(Conflicts.among(lane(1, 5), List.of(out, outToo, claim))).isEmpty();
    }

    @Example
    void two_that_need_the_lane_second_only_conflict_less() {
        LaneEntry one = new LaneEntry("one", slot(0, 10), ResourceRole.SECONDARY, false);
        LaneEntry other = new LaneEntry("other", slot(5, 12), ResourceRole.SECONDARY, false);
        LaneEntry first = new LaneEntry("first", slot(11, 20), ResourceRole.PRIMARY, false);

        assertThat(Conflicts.among(lane(1, 0), List.of(one, other, first)))
                .isEqualTo(Map.of(
                        Pair.of("one", "other"), new Overlap(slot(5, 10), ConflictLevel.MINOR, false),
                        Pair.of("first", "other"), new Overlap(slot(11, 12), ConflictLevel.MODERATE, false)));
    }

    @Example
    void in_a_crowd_each_is_paired_with_those_that_started_first() {
        int claims = Conflicts.RIVALS_MAX + 5;
        List<LaneEntry> crowd = IntStream.range(0, claims)
                .mapToObj(i -> new LaneEntry("claim-%02d".formatted(i), slot(i, 40), ResourceRole.PRIMARY, false))
                .toList();

        Map<Pair, Overlap> conflicts = Conflicts.among(lane(1, 0), crowd);

        assertThat(conflicts).hasSize(Conflicts.RIVALS_MAX * (Conflicts.RIVALS_MAX - 1) / 2 + 5 * Conflicts.RIVALS_MAX);
        assertThat(conflicts.get(Pair.of("claim-00", "claim-20")))
                .isEqualTo(new Overlap(slot(20, 40), ConflictLevel.MODERATE, false));
        assertThat(conflicts.get(Pair.of("claim-00", "claim-21")))
                .isEqualTo(new Overlap(slot(21, 40), ConflictLevel.MODERATE, true));
        assertThat(conflicts).doesNotContainKey(Pair.of("claim-20", "claim-21"));
    }

    private static Map<Pair, Overlap> minuteByMinute(LaneProfile lane, List<LaneEntry> entries) {
        Map<Pair, Overlap> found = new HashMap<>();
        for (int minute = 0; minute < 2 * MINUTES; minute++) {
            Instant instant = ZERO.plusSeconds(60L * minute);
            List<LaneEntry> holding = entries.stream()
                    .filter(entry -> taken(lane, entry).contains(instant))
                    .toList();
            if (holding.size() > lane.capacity()) {
                holding.forEach(one -> holding.stream()
                        .filter(other -> one.claimId().compareTo(other.claimId()) < 0)
                        .filter(other -> !(one.outage() && other.outage()))
                        .forEach(other -> found.put(
                                new Pair(one.claimId(), other.claimId()),
                                new Overlap(overlap(lane, one, other), level(one, other), false))));
            }
        }
        return found;
    }

    private static TimeSlot taken(LaneProfile lane, LaneEntry entry) {
        Duration buffer = entry.outage() ? Duration.ZERO : lane.buffer();
        return new TimeSlot(entry.slot().start(), entry.slot().end().plus(buffer));
    }

    private static TimeSlot overlap(LaneProfile lane, LaneEntry one, LaneEntry other) {
        return one.slot().overlaps(other.slot())
                ? one.slot().intersection(other.slot())
                : taken(lane, one).intersection(taken(lane, other));
    }

    private static ConflictLevel level(LaneEntry one, LaneEntry other) {
        return one.role() == ResourceRole.SECONDARY && other.role() == ResourceRole.SECONDARY
                ? ConflictLevel.MINOR
                : ConflictLevel.MODERATE;
    }

    private static LaneProfile lane(int capacity, int bufferMinutes) {
        return new LaneProfile(
                capacity,
                ConflictType.STAFF_CONFLICT,
                ConflictLevel.MODERATE,
                ConflictLevel.MINOR,
                Duration.ofMinutes(bufferMinutes));
    }

    private static LaneEntry entry(int from, int till) {
        return new LaneEntry("", slot(from, till), ResourceRole.PRIMARY, false);
    }

    private static List<LaneEntry> named(List<LaneEntry> entries) {
        return IntStream.range(0, entries.size())
                .mapToObj(i -> new LaneEntry(
                        "claim-%02d".formatted(i),
                        entries.get(i).slot(),
                        entries.get(i).role(),
                        entries.get(i).outage()))
                .toList();
    }

    private static TimeSlot slot(int from, int till) {
        return new TimeSlot(ZERO.plusSeconds(60L * from), ZERO.plusSeconds(60L * till));
    }
}
