package dev.almanac.query.verifying;

import static dev.almanac.testing.Examples.calendar;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.verifying.VerificationReport.WrongDocument.Kind;
import dev.almanac.query.views.Delivered;
import dev.almanac.query.views.Stored;
import dev.almanac.testing.Feeder;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** What a document may be while changes go on coming. */
class TraceTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.CALENDARS_V1, 0);
    private static final Map<TopicPartition, Long> AT_NOUGHT = Map.of();
    private final Trace<String> trace = new Trace<>();

    @Test
    void what_nothing_has_made_may_be_absent() {
        trace.touchedBy(delivered(0, 3));

        assertThat(trace.compare(null, AT_NOUGHT)).isNull();
        assertThat(trace.subjects()).isEqualTo(Map.of(PARTITION, Set.of("hall")));
    }

    @Test
    void what_is_surely_in_the_views_is_missed_and_what_is_not_surely_there_is_not() {
        becomes("made", 3);

        assertThat(trace.compare(null, Map.of(PARTITION, 3L))).isNull();
        assertThat(requireNonNull(trace.compare(null, Map.of(PARTITION, 4L))).kind())
                .isEqualTo(Kind.MISSING);
    }

    @Test
    void goes_on_from_the_last_state() {
        becomes("made", 3);
        becomes("moved", 5);

        assertThat(requireNonNull(trace.last()).view()).isEqualTo("moved");
        assertThat(trace.doubt()).isNull();
    }

    @Test
    void changes_from_two_partitions_have_no_order() {
        trace.touchedBy(delivered(0, 3));
        trace.touchedBy(delivered(1, 1));

        assertThat(trace.doubt()).isEqualTo(Doubt.SEVERAL_PARTITIONS);
    }

    @Test
    void of_a_document_that_changes_all_the_time_so_many_states_are_kept() {
        IntStream.rangeClosed(0, Trace.STATES_MAX).forEach(i -> becomes("state " + i, i));

        assertThat(trace.doubt()).isEqualTo(Doubt.CHANGES_TOO_OFTEN);
    }

    @Test
    void states_before_the_one_that_is_surely_in_the_views_are_forgotten() {
        Map<TopicPartition, Long> applied = Map.of(PARTITION, 1_000L);
        IntStream.range(0, 500).forEach(i -> {
            Delivered delivered = delivered(0, i);
            trace.touchedBy(delivered);
            trace.becomes(new Stored<>("hall", i, i, "state " + i), delivered, applied);
        });

        assertThat(trace.doubt()).isNull();
    }

    private void becomes(String view, long offset) {
        Delivered delivered = delivered(0, offset);
        trace.touchedBy(delivered);
        trace.becomes(new Stored<>("hall", offset, offset, view), delivered, AT_NOUGHT);
    }

    private static Delivered delivered(int partition, long offset) {
        ChangeMetadata metadata =
                new ChangeMetadata("id", "/test", Feeder.CREATED, offset, offset, "ana", "correlation", "cause");
        return new Delivered(PARTITION.topic(), partition, offset, Recorded.of(calendar("hall", "Hall"), metadata));
    }
}
