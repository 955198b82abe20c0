package dev.almanac.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FailuresTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
    private final Failures failures = new Failures(((InstantSource) now::get).withZone(ZoneOffset.UTC));

    @Test
    void three_within_a_minute_are_many_and_are_forgotten_after_it() {
        failures.add();
        failures.add();
        assertThat(failures.areMany()).isFalse();
        failures.add();
        assertThat(failures.areMany()).isTrue();
        now.updateAndGet(time -> time.plus(Duration.ofSeconds(61)));
        assertThat(failures.areMany()).isFalse();
    }

    @Test
    void one_every_minute_is_never_many() {
        for (int i = 0; i < 1000; i++) {
            failures.add();
            now.updateAndGet(time -> time.plus(Duration.ofSeconds(61)));
            assertThat(failures.areMany()).isFalse();
        }
    }

    /** However many there are. */
    @Test
    void few_are_kept() {
        for (int i = 0; i < 100_000; i++) {
            failures.add();
        }
        assertThat(failures.ofLate()).isLessThanOrEqualTo(100);
    }
}
