package dev.almanac.backup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Records come back one behind the other: what says where they are has to follow. */
class PublishedPlacesTest {
    private static final long[] WITH_GAPS = {0, 1, 4, 7};

    @Test
    void an_offset_is_that_of_the_same_record_without_the_gaps() {
        PublishedUpTo point = new PublishedUpTo(40, Set.of(38L), Map.of("scheduling.rules.v1-2", 4L));

        StoredRecord translated = PublishedPlaces.in(
                        Topic.PUBLISHED_V1, Map.of(new TopicPartition("scheduling.rules.v1", 2), WITH_GAPS))
                .apply(new StoredRecord(0, null, point.write(), new RecordHeaders()));

        assertThat(PublishedUpTo.read(translated.value()))
                .isEqualTo(new PublishedUpTo(40, Set.of(38L), Map.of("scheduling.rules.v1-2", 2L)));
    }

    @Test
    void a_place_of_a_group_is_how_many_records_lie_before_it() {
        assertThat(List.of(0L, 1L, 2L, 4L, 7L, 8L).stream().map(at -> Broker.before(WITH_GAPS, at)))
                .containsExactly(0L, 1L, 2L, 2L, 3L, 4L);
    }

    @Test
    void other_topics_come_before_the_one_that_speaks_of_them_and_are_left_as_they_are() {
        StoredRecord any = new StoredRecord(0, null, new byte[] {1}, new RecordHeaders());

        assertThat(List.of(Topic.PUBLISHED_V1, "scheduling.schedules.v1", "zzz").stream()
                        .sorted(PublishedPlaces.LAST))
                .containsExactly("scheduling.schedules.v1", "zzz", Topic.PUBLISHED_V1);
        assertThat(PublishedPlaces.in("zzz", Map.of()).apply(any)).isSameAs(any);
    }
}
