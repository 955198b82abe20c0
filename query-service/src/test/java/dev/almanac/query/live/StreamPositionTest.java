package dev.almanac.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.wire.Topic;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StreamPositionTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topic.SCHEDULES_V1, 3);
    private final StreamPosition places = new StreamPosition(Map.of(PARTITION, 17L));

    @Test
    void are_read_back_from_their_text() {
        assertThat(StreamPosition.parse(places.text()))
                .hasValueSatisfying(read -> assertThat(read.text()).isEqualTo(places.text()));
    }

    @Test
    void refuse_what_is_no_id_of_the_stream() {
        assertThat(StreamPosition.parse("")).isEmpty();
        assertThat(StreamPosition.parse("1.2.3")).isEmpty();
        assertThat(StreamPosition.parse(places.text().replace("17", "-1"))).isEmpty();
        assertThat(StreamPosition.parse(places.text().replace("17", "99999999999999999999")))
                .isEmpty();
    }

    @Test
    void of_a_build_that_knew_fewer_topics_go_on() {
        String older = places.text().substring(0, places.text().length() - "0.".length() * Topic.PARTITIONS);
        assertThat(StreamPosition.parse(older))
                .hasValueSatisfying(read -> assertThat(read.text()).isEqualTo(places.text()));
    }

    @Test
    void know_how_far_they_are_behind() {
        StreamPosition later = places.after(PARTITION, 20);
        assertThat(places.distanceTo(later)).isEqualTo(4);
        assertThat(later.distanceTo(places)).isNegative();
    }
}
