package dev.almanac.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.local.machine.StartFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilledTest {
    private static final Instant BEGUN = Instant.parse("2026-11-25T10:00:00Z");

    @TempDir
    Path data;

    @Test
    void what_was_begun_is_gone_on_with_as_it_was_begun() {
        Filled begun = Filled.in(data, BEGUN);

        assertThat(Filled.in(data, BEGUN.plus(Duration.ofHours(1)))).isEqualTo(begun);
    }

    @Test
    void what_is_done_stays_done_however_late() {
        Filled done = Filled.in(data, BEGUN).whole();

        assertThat(Filled.in(data, BEGUN.plus(Duration.ofDays(9)))).isEqualTo(done);
        assertThat(done.done()).isTrue();
    }

    @Test
    void what_was_begun_too_long_ago_would_be_doubled() {
        var _ = Filled.in(data, BEGUN);

        assertThatThrownBy(() -> Filled.in(data, BEGUN.plus(Duration.ofDays(2))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--reset");
    }
}
