package dev.almanac.query.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void waits_grow_from_seconds_to_hours_each_with_a_jitter_of_a_fifth() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        IntStream.rangeClosed(1, 100).forEach(_ -> {
            assertThat(Backoff.next(NOW, 1, random)).isBetween(NOW.plusSeconds(4), NOW.plusSeconds(6));
            assertThat(Backoff.next(NOW, 20, random))
                    .isBetween(NOW.plus(Duration.ofMinutes(192)), NOW.plus(Duration.ofMinutes(288)));
        });
    }
}
