package dev.almanac.query.caching;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TouchLogTest {
    private static final TopicPartition ONE = new TopicPartition("schedules", 0);
    private static final TopicPartition OTHER = new TopicPartition("conflicts", 3);
    private final TouchLog log = new TouchLog(3);

    @BeforeEach
    void begin() {
        log.begin(Map.of(ONE, 10L, OTHER, 0L));
    }

    @Test
    void an_answer_is_good_until_one_of_its_tags_is_touched_behind_it() {
        log.touched(ONE, 10, Set.of("hall"));
        log.touched(ONE, 11, Set.of("room"));

        assertThat(log.isUntouchedSince(Map.of(ONE, 11L), Set.of("hall"))).isTrue();
        assertThat(log.isUntouchedSince(Map.of(ONE, 10L), Set.of("hall"))).isFalse();
        assertThat(log.isUntouchedSince(Map.of(ONE, 10L), Set.of("vault"))).isTrue();
        assertThat(log.isUntouchedSince(Map.of(ONE, 11L), Set.of("hall", "room")))
                .isFalse();
    }

    @Test
    void partitions_are_told_apart() {
        log.touched(OTHER, 7, Set.of("hall"));

        assertThat(log.isUntouchedSince(Map.of(ONE, 10L, OTHER, 8L), Set.of("hall")))
                .isTrue();
        assertThat(log.isUntouchedSince(Map.of(ONE, 10L, OTHER, 7L), Set.of("hall")))
                .isFalse();
        assertThat(log.isUntouchedSince(Map.of(ONE, 10L), Set.of("hall"))).isFalse();
    }

    @Test
    void nothing_is_good_that_is_older_than_what_is_known() {
        assertThat(log.isUntouchedSince(Map.of(ONE, 9L), Set.of("hall"))).isFalse();
        assertThat(log.isUntouchedSince(Map.of(), Set.of("hall"))).isFalse();
    }

    @Test
    void what_there_is_no_room_for_counts_as_touched() {
        for (int offset = 10; offset < 14; offset++) {
            log.touched(ONE, offset, Set.of("tag-" + offset));
        }

        assertThat(log.isUntouchedSince(Map.of(ONE, 10L), Set.of("tag-10"))).isFalse();
        assertThat(log.isUntouchedSince(Map.of(ONE, 10L), Set.of("vault"))).isFalse();
        assertThat(log.isUntouchedSince(Map.of(ONE, 11L), Set.of("vault"))).isTrue();
    }

    @Test
    void where_nobody_knows_what_a_change_touches_everything_is_touched() {
        log.touched(ONE, 10, Set.of(Tags.EVERYTHING));

        assertThat(log.isUntouchedSince(Map.of(ONE, 10L), Set.of())).isFalse();
        assertThat(log.isUntouchedSince(Map.of(ONE, 11L), Set.of())).isTrue();
    }

    @Test
    void it_reaches_as_far_as_it_has_passed() {
        log.touched(ONE, 10, Set.of());

        assertThat(log.reaches(Map.of(ONE, 11L))).isTrue();
        assertThat(log.reaches(Map.of(ONE, 12L))).isFalse();

        log.passed(Map.of(ONE, 12L));

        assertThat(log.reaches(Map.of(ONE, 12L))).isTrue();
        assertThat(log.reaches(Map.of(ONE, 12L, OTHER, 1L))).isFalse();
    }
}
