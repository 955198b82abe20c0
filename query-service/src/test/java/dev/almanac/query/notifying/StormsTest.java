package dev.almanac.query.notifying;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.notification.NotificationType;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StormsTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:03:00Z");
    private final Storms storms = new Storms(2, Duration.ofMinutes(10));

    private boolean isGathered(String who, NotificationType type, Instant at) {
        return storms.gathered(who, type, at).isPresent();
    }

    @Test
    void what_goes_beyond_a_few_within_a_while_is_gathered_from_the_beginning_of_that_while() {
        assertThat(isGathered("ana", NotificationType.CONFLICT_DETECTED, NOW)).isFalse();
        assertThat(isGathered("ana", NotificationType.CONFLICT_DETECTED, NOW)).isFalse();
        assertThat(storms.gathered("ana", NotificationType.CONFLICT_DETECTED, NOW))
                .contains(new TimeSlot(Instant.parse("2026-03-02T09:00:00Z"), Instant.parse("2026-03-02T09:10:00Z")));
    }

    @Test
    void others_and_other_types_are_counted_apart_and_the_next_while_begins_anew() {
        for (int i = 0; i < 3; i++) {
            storms.gathered("ana", NotificationType.CONFLICT_DETECTED, NOW);
        }
        assertThat(isGathered("carl", NotificationType.CONFLICT_DETECTED, NOW)).isFalse();
        assertThat(isGathered("ana", NotificationType.RUN_MISSED, NOW)).isFalse();
        assertThat(isGathered("ana", NotificationType.CONFLICT_DETECTED, NOW.plusSeconds(420)))
                .isFalse();
    }
}
