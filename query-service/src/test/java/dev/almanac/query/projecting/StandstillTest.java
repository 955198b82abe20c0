package dev.almanac.query.projecting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class StandstillTest {
    private static final Instant NOON = Instant.parse("2026-03-03T12:00:00Z");
    private static final TopicPartition PARTITION = new TopicPartition("scheduling.schedules.v1", 0);

    private final Standstill standstill = new Standstill();

    @Test
    void lasts_from_when_it_was_first_seen_where_it_is() {
        assertThat(after(0, 2, 7)).isZero();
        assertThat(after(10, 2, 7)).isEqualTo(Duration.ofSeconds(10));
        assertThat(after(25, 2, 7)).isEqualTo(Duration.ofSeconds(25));
    }

    @Test
    void begins_again_with_every_move_and_with_every_generation() {
        after(0, 2, 7);
        assertThat(after(10, 2, 8)).isZero();
        assertThat(after(15, 2, 8)).isEqualTo(Duration.ofSeconds(5));
        assertThat(after(20, 4, 8)).isZero();
    }

    private Duration after(int seconds, int generation, long position) {
        return standstill.of(generation, Map.of(PARTITION, position), NOON.plusSeconds(seconds));
    }
}
