package dev.almanac.events.conflict;

import static dev.almanac.events.conflict.ConflictStatus.DETECTED;
import static dev.almanac.events.conflict.ConflictStatus.DISMISSED;
import static dev.almanac.events.conflict.ConflictStatus.ESCALATED;
import static dev.almanac.events.conflict.ConflictStatus.RESOLVED;
import static dev.almanac.events.conflict.ConflictStatus.UNDER_REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConflictStandingTest {
    private static final ConflictStanding NEW = ConflictStanding.detected(null, 3);

    @Test
    void what_is_in_hand_stays_there_when_it_is_detected_at_another_level() {
        ConflictStanding again = ConflictStanding.detected(NEW.after(ESCALATED, 3), 4);
        assertThat(again).isEqualTo(new ConflictStanding(ESCALATED, true, 3, 4));
    }

    @Test
    void what_was_closed_is_to_be_looked_at_anew_when_it_changes() {
        assertThat(ConflictStanding.detected(NEW.after(DISMISSED, 3), 4).status())
                .isEqualTo(DETECTED);
    }

    @Test
    void who_closes_it_without_having_seen_that_it_changed_has_not_closed_it() {
        ConflictStanding changed = ConflictStanding.detected(NEW.after(UNDER_REVIEW, 3), 4);
        assertThat(changed.heeds(DISMISSED, 3)).isFalse();
        assertThat(changed.after(DISMISSED, 3).status()).isEqualTo(DETECTED);
        assertThat(changed.after(DISMISSED, 4).status()).isEqualTo(DISMISSED);
    }

    @Test
    void a_decision_is_never_overwritten_by_a_clearing() {
        assertThat(NEW.after(DISMISSED, 3).cleared().status()).isEqualTo(DISMISSED);
        assertThat(NEW.after(ESCALATED, 3).cleared().status()).isEqualTo(RESOLVED);
    }

    @Test
    void what_has_parted_is_not_taken_in_hand() {
        assertThat(NEW.cleared().after(UNDER_REVIEW, 3).status()).isEqualTo(RESOLVED);
    }

    @Test
    void a_decision_of_before_it_parted_is_not_of_what_came_back() {
        ConflictStanding back = ConflictStanding.detected(NEW.cleared(), 7);
        assertThat(back.after(ESCALATED, 3).status()).isEqualTo(DETECTED);
        assertThat(back.after(ESCALATED, 7).status()).isEqualTo(ESCALATED);
    }

    /** The write side knows the last detection and the last decision only, the view hears all: both must say the same. */
    @Test
    void the_last_detection_and_the_last_decision_say_what_hearing_all_says() {
        for (ConflictStatus decided : ConflictStatus.values()) {
            if (decided == DETECTED) {
                continue;
            }
            ConflictStanding heard = ConflictStanding.detected(NEW.after(decided, 3), 4);
            assertThat(ConflictStanding.undecided(true, 3, 4).after(decided, 3).status())
                    .as(decided.name())
                    .isEqualTo(heard.status());
            ConflictStanding parted = NEW.after(decided, 3).cleared();
            assertThat(ConflictStanding.undecided(false, 3, 3).after(decided, 3).status())
                    .as(decided.name())
                    .isEqualTo(parted.status());
        }
    }
}
