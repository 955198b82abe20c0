package dev.almanac.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    /** Its number overflows in a moment. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 15);

    private final List<Long> pauses = new ArrayList<>();
    private final Throttle pace = new Throttle(now::get, this::pause);

    private void pause(long nanos) {
        pauses.add(nanos);
        now.addAndGet(nanos);
    }

    @Test
    void what_comes_too_soon_waits_for_the_rest_of_the_time() {
        pace.await();
        pace.rest(Duration.ofNanos(10));
        now.addAndGet(3);
        pace.await();
        pace.rest(Duration.ofNanos(20));
        pace.await();
        assertThat(pauses).containsExactly(7L, 20L);
    }

    @Test
    void what_comes_after_a_rest_does_not_wait() {
        pace.rest(Duration.ofNanos(10));
        now.addAndGet(10);
        pace.await();
        assertThat(pauses).isEmpty();
    }

    @Test
    void without_a_rest_nothing_waits() {
        pace.rest(Duration.ZERO);
        pace.await();
        assertThat(pauses).isEmpty();
    }
}
