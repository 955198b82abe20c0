package dev.almanac.query.measuring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DailyUsersTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2031-05-06T23:59:59Z"));
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final DailyUsers users = new DailyUsers(((InstantSource) now::get).withZone(ZoneOffset.UTC), meters);

    @Test
    void everybody_counts_once_a_day() {
        users.came(() -> "ana");
        users.came(() -> "ana");
        users.came(() -> "carl");
        assertThat(shown()).isEqualTo(2);
        now.set(Instant.parse("2031-05-07T00:00:00Z"));
        assertThat(shown()).isZero();
    }

    @Test
    void no_more_are_kept_than_the_bound() {
        for (int i = 0; i <= DailyUsers.KNOWN_MAX; i++) {
            String name = Integer.toString(i, 36);
            users.came(() -> name);
        }
        assertThat(shown()).isLessThanOrEqualTo(DailyUsers.KNOWN_MAX);
    }

    private double shown() {
        return meters.get("calendar.unique.users.daily").gauge().value();
    }
}
