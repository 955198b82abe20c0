package dev.almanac.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final Duration APART = Duration.ofNanos(10);

    /** Far from zero, as the clock of a machine that has been up for long may overflow. */
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 15);

    private final List<Long> pauses = new ArrayList<>();
    private final Pace pace = new Pace(APART, now::get, this::pause);

    private void pause(long nanos) {
        pauses.add(nanos);
        now.addAndGet(nanos);
    }

    @Test
    void what_comes_too_soon_waits_for_the_rest_of_the_time() {
        pace.await();
        now.addAndGet(3);
        pace.await();
        pace.await();
        assertThat(pauses).containsExactly(7L, 10L);
    }

    @Test
    void what_comes_after_a_rest_does_not_wait() {
        pace.await();
        now.addAndGet(10);
        pace.await();
        assertThat(pauses).isEmpty();
    }

    @Test
    void a_wait_may_be_left_out() {
        pace.await();
        pace.skip();
        pace.await();
        assertThat(pauses).isEmpty();
    }
}
