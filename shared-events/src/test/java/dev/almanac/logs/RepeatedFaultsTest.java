package dev.almanac.logs;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RepeatedFaultsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final RepeatedFaults filter = new RepeatedFaults(now::get);
    private final Logger logger = new LoggerContext().getLogger("some");

    @Test
    void lets_few_of_the_same_through_in_a_minute_and_begins_anew_in_the_next() {
        assertThat(letThrough(Level.ERROR, "the store is away", 1000)).isEqualTo(5);
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(61)));
        assertThat(letThrough(Level.ERROR, "the store is away", 1000)).isEqualTo(5);
    }

    @Test
    void tells_different_faults_apart_and_leaves_what_is_no_fault_alone() {
        assertThat(letThrough(Level.WARN, "one", 10)).isEqualTo(5);
        assertThat(letThrough(Level.WARN, "other", 10)).isEqualTo(5);
        assertThat(letThrough(Level.INFO, "one", 10)).isEqualTo(10);
    }

    /** Each of its own kind, and none kept for ever. */
    @Test
    void goes_on_when_there_are_many_kinds() {
        for (int i = 0; i < 10_000; i++) {
            assertThat(letThrough(Level.WARN, "kind " + i, 1)).isEqualTo(1);
        }
    }

    private long letThrough(Level level, String format, int times) {
        long through = 0;
        for (int i = 0; i < times; i++) {
            if (filter.decide(null, logger, level, format, null, null) == FilterReply.NEUTRAL) {
                through++;
            }
        }
        return through;
    }
}
