package dev.almanac.query.verifying;

import static dev.almanac.testing.Examples.calendar;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.verifying.VerificationReport.WrongDocument;
import dev.almanac.query.verifying.VerificationReport.WrongDocument.Kind;
import dev.almanac.query.views.Delivered;
import dev.almanac.testing.Feeder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Whether a document that is not as its changes say may be right, because some of them are missing. */
class WholenessTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.CALENDARS_V1, 0);
    private static final Suspect HALL = new Suspect(
            new WrongDocument("calendars", "hall", Kind.CHANGED, List.of("view")), Map.of(PARTITION, Set.of("hall")));

    @Test
    void numbers_from_nought_without_a_gap_are_all_that_there_are() {
        assertThat(lacksChanges("writer:0,1,2")).isFalse();
        assertThat(lacksChanges("writer:0,1,1,2,0")).isFalse();
    }

    @Test
    void what_is_missing_at_the_beginning_or_between_is_missed() {
        assertThat(lacksChanges("writer:1,2")).isTrue();
        assertThat(lacksChanges("writer:0,2")).isTrue();
    }

    @Test
    void what_was_republished_is_there() {
        assertThat(lacksChanges("writer:0,2,0,1,2")).isFalse();
    }

    @Test
    void each_writer_counts_for_itself() {
        assertThat(lacksChanges("one:0,1", "other:0")).isFalse();
        assertThat(lacksChanges("one:0", "other:1")).isTrue();
    }

    @Test
    void so_many_that_they_cannot_be_counted_are_not_said_to_be_whole() {
        assertThat(lacksChanges("writer:5000000000")).isTrue();
    }

    @Test
    void how_other_teams_number_is_not_asked_but_whether_their_topic_has_its_beginning() {
        TopicPartition feed = new TopicPartition(Topic.FEED_V1, 3);
        Suspect task = new Suspect(
                new WrongDocument("provided", "task:1", Kind.CHANGED, List.of()), Map.of(feed, Set.of("task:1")));
        Wholeness wholeness = new Wholeness(List.of(task));

        assertThat(wholeness.lacksChanges(task, looked(Map.of()))).isFalse();
        assertThat(wholeness.lacksChanges(task, looked(Map.of(feed, 7L)))).isTrue();
    }

    private static boolean lacksChanges(String... heard) {
        Wholeness wholeness = new Wholeness(List.of(HALL));
        for (String one : heard) {
            String[] writerAndNumbers = one.split(":", 2);
            Arrays.stream(writerAndNumbers[1].split(",", -1))
                    .map(number -> delivered(writerAndNumbers[0], Long.parseLong(number)))
                    .forEach(wholeness::take);
        }
        return wholeness.lacksChanges(HALL, looked(Map.of()));
    }

    private static Looked looked(Map<TopicPartition, Long> beginnings) {
        return new Looked(Feeder.CREATED, Map.of(), Set.of(), beginnings);
    }

    private static Delivered delivered(String writer, long sequence) {
        ChangeMetadata metadata =
                new ChangeMetadata("id", writer, Feeder.CREATED, sequence, 0, "ana", "correlation", "cause");
        return new Delivered(
                PARTITION.topic(), PARTITION.partition(), 0, Recorded.of(calendar("hall", "Hall"), metadata));
    }
}
