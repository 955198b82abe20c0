package dev.almanac.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void waits_longer_each_time_and_never_gives_up() {
        List<Long> waits = Stream.generate(() -> backoff.after(Duration.ZERO).toSeconds())
                .limit(100)
                .toList();
        assertThat(waits.subList(0, 7)).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
        assertThat(waits.getLast()).isEqualTo(30L);
    }

    @Test
    void begins_anew_after_health() {
        for (int i = 0; i < 10; i++) {
            backoff.after(Duration.ZERO);
        }
        assertThat(backoff.after(Backoff.WELL)).isEqualTo(Backoff.FIRST);
        assertThat(backoff.after(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(2));
    }
}
