package dev.almanac.query.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.subscription.Digest;
import dev.almanac.events.subscription.DigestFrequency;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.QuietHours;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WishesTest {
    /** A minute before the clocks of Vienna are put forward. */
    private static final Instant NIGHT = Instant.parse("2026-03-29T00:59:00Z");

    private static NotificationPreferences wishes(@Nullable QuietHours quiet, Digest digest) {
        return new NotificationPreferences(null, null, "Europe/Vienna", quiet, digest, Map.of(), Map.of(), List.of());
    }

    private static @Nullable Instant notBefore(NotificationPreferences wishes, NotificationCategory category) {
        return Wishes.notBefore(wishes, category, NIGHT).orElse(null);
    }

    @Test
    void who_wishes_nothing_is_told_at_once() {
        assertThat(notBefore(wishes(null, Digest.NONE), NotificationCategory.NORMAL))
                .isNull();
    }

    @Test
    void quiet_hours_end_by_the_clocks_of_their_zone_and_hold_back_nothing_critical() {
        QuietHours night = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));
        assertThat(notBefore(wishes(night, Digest.NONE), NotificationCategory.NORMAL))
                .isEqualTo("2026-03-29T05:00:00Z");
        assertThat(notBefore(wishes(night, Digest.NONE), NotificationCategory.CRITICAL))
                .isNull();
    }

    @Test
    void a_digest_waits_for_the_next_hour_or_for_its_time_of_the_day() {
        assertThat(notBefore(wishes(null, new Digest(DigestFrequency.HOURLY, null)), NotificationCategory.LOW))
                .isEqualTo("2026-03-29T01:00:00Z");
        assertThat(notBefore(
                        wishes(null, new Digest(DigestFrequency.DAILY, LocalTime.of(8, 30))),
                        NotificationCategory.NORMAL))
                .isEqualTo("2026-03-29T06:30:00Z");
        assertThat(notBefore(
                        wishes(null, new Digest(DigestFrequency.DAILY, LocalTime.of(1, 30))),
                        NotificationCategory.NORMAL))
                .isEqualTo("2026-03-29T23:30:00Z");
    }
}
