package dev.almanac.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.views.Delivered;
import dev.almanac.testing.Examples;
import dev.almanac.testing.Feeder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GapsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Gaps gaps = new Gaps(meters);

    @Test
    void what_is_missing_between_two_changes_of_a_key_is_counted() {
        hear("hall", "/one", 0, 1, 3, 4, 7);
        assertThat(counted()).isEqualTo(3);
    }

    @Test
    void repeats_other_keys_other_writers_and_a_start_amid_are_no_gaps() {
        hear("hall", "/one", 5, 6, 5, 6, 7);
        hear("room", "/one", 12, 13);
        hear("hall", "/two", 0, 1);
        hear("hall", "/one", 8);
        hear("hall", "/reports", ChangeMetadata.UNNUMBERED, ChangeMetadata.UNNUMBERED);
        assertThat(counted()).isZero();
    }

    @Test
    void what_is_told_once_more_is_no_gap_and_is_counted_when_it_is_whole() {
        hear("hall", "/one", 0, 1, 3);
        again("hall", "broken-off", 4, 0, 1, 2);
        again("hall", "broken-off", 4, 0, 1, 2, 3);
        hear("hall", "/one", 4);
        assertThat(counted()).isEqualTo(1);
        assertThat(counted("scheduling.projection.republications")).isEqualTo(1);
    }

    @Test
    void what_is_told_once_more_with_a_gap_is_counted_as_one() {
        again("hall", "lost-again", 5, 0, 1, 3, 4);
        assertThat(counted()).isEqualTo(1);
        assertThat(counted("scheduling.projection.republications")).isZero();
    }

    private double counted() {
        return counted("scheduling.projection.gaps");
    }

    private double counted(String meter) {
        return meters.find(meter).counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void hear(String calendar, String source, long... sequences) {
        LongStream.of(sequences)
                .mapToObj(sequence -> delivered(calendar, source, sequence, null))
                .forEach(delivered -> gaps.look(List.of(delivered)));
    }

    private void again(String calendar, String republication, long count, long... numbers) {
        LongStream.of(numbers)
                .mapToObj(
                        number -> delivered(calendar, "/one", number, new Republication(republication, number, count)))
                .forEach(delivered -> gaps.look(List.of(delivered)));
    }

    private static Delivered delivered(
            String calendar, String source, long sequence, @Nullable Republication republication) {
        ChangeMetadata metadata =
                new ChangeMetadata("id-" + sequence, source, Feeder.CREATED, sequence, 1, "ana", "c", "c");
        return new Delivered(
                Topic.CALENDARS_V1,
                0,
                sequence,
                Recorded.of(Examples.calendar(calendar, "Hall"), metadata).in(republication));
    }
}
