package dev.almanac.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.support.Examples;
import dev.almanac.query.support.Feeder;
import dev.almanac.query.view.Delivered;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.stream.LongStream;
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

    private double counted() {
        return meters.find("scheduling.projection.gaps").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    private void hear(String calendar, String source, long... sequences) {
        LongStream.of(sequences)
                .mapToObj(sequence -> new Delivered(
                        Topic.CALENDARS_V1,
                        0,
                        sequence,
                        Recorded.of(
                                Examples.calendar(calendar, "Hall"),
                                new ChangeMetadata(
                                        "id-" + sequence, source, Feeder.CREATED, sequence, 1, "ana", "c", "c"))))
                .forEach(delivered -> gaps.look(List.of(delivered)));
    }
}
