package dev.almanac.events.resource;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OutOfServiceTest {
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");
    private static final OutOfService ALL_DAY = new OutOfService("out-1", hours(0, 24));

    @Test
    void what_lies_behind_the_return_is_named_after_the_outage_and_its_own_start() {
        assertThat(ALL_DAY.outside(hours(8, 12)))
                .containsExactly(
                        new OutOfService("out-1", hours(0, 8)), new OutOfService("out-1~1772452800", hours(12, 24)));
    }

    @Test
    void a_rest_that_is_cut_again_has_a_name_no_longer_than_a_rest_cut_once() {
        assertThat(ALL_DAY.outside(hours(8, 12)).flatMap(rest -> rest.outside(hours(14, 16))))
                .extracting(OutOfService::resourceAvailabilityId)
                .containsExactly("out-1", "out-1~1772452800", "out-1~1772467200");
    }

    @Property
    void however_often_it_is_cut_what_is_left_is_what_no_return_covers_each_by_a_name_of_its_own(
            @ForAll("returns") List<TimeSlot> returns) {
        List<OutOfService> left = List.of(ALL_DAY);
        for (TimeSlot back : returns) {
            left = left.stream().flatMap(rest -> rest.outside(back)).toList();
        }

        assertThat(IntStream.range(0, 24).boxed().filter(isIn(left)))
                .containsExactlyElementsOf(IntStream.range(0, 24)
                        .boxed()
                        .filter(hour -> returns.stream().noneMatch(back -> back.contains(hour(hour))))
                        .toList());
        assertThat(left).extracting(OutOfService::resourceAvailabilityId).doesNotHaveDuplicates();
    }

    @Provide
    Arbitrary<List<TimeSlot>> returns() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 23),
                        Arbitraries.integers().between(1, 6))
                .as((start, length) -> hours(start, start + length))
                .list()
                .ofMaxSize(8);
    }

    private static Predicate<Integer> isIn(List<OutOfService> left) {
        return hour -> left.stream().anyMatch(rest -> rest.slot().contains(hour(hour)));
    }

    private static Instant hour(int hour) {
        return hours(hour, hour + 1).start();
    }

    private static TimeSlot hours(int start, int end) {
        return new TimeSlot(MIDNIGHT.plusSeconds(3600L * start), MIDNIGHT.plusSeconds(3600L * end));
    }
}
