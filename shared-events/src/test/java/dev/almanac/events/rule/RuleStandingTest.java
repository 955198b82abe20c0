package dev.almanac.events.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RuleResumed;
import dev.almanac.events.rule.RuleChange.RunRequested;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleStandingTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    @Test
    void a_pause_holds_from_its_start_until_its_own_end() {
        RuleStanding paused = RuleStanding.ACTIVE.after(paused(TEN));
        assertThat(paused.isPausedAt(NINE.minusNanos(1))).isFalse();
        assertThat(paused.isPausedAt(NINE)).isTrue();
        assertThat(paused.isPausedAt(TEN)).isFalse();
        assertThat(paused.at(NINE, true)).isEqualTo(RuleStatus.PAUSED);
        assertThat(paused.at(TEN, true)).isEqualTo(RuleStatus.ACTIVE);
        assertThat(paused.said()).isEqualTo(RuleStatus.PAUSED);
    }

    @Test
    void a_pause_without_an_end_lasts_until_somebody_resumes_the_rule() {
        RuleStanding paused = RuleStanding.ACTIVE.after(paused(null));
        assertThat(paused.isPausedAt(Instant.MAX)).isTrue();
        assertThat(paused.after(new RuleResumed("r", TEN, null, "ana"))).isEqualTo(RuleStanding.ACTIVE);
    }

    @Test
    void who_asks_by_a_clock_that_is_behind_sees_the_pause_that_was_heard_of() {
        assertThat(RuleStanding.ACTIVE.after(paused(TEN)).at(NINE.minusSeconds(1), true))
                .isEqualTo(RuleStatus.PAUSED);
    }

    @Test
    void a_disabled_rule_is_neither_paused_nor_expired() {
        RuleStanding disabled = RuleStanding.ACTIVE.after(paused(TEN)).after(new RuleDisabled("r", TEN, null, "ana"));
        assertThat(disabled.at(NINE, false)).isEqualTo(RuleStatus.DISABLED);
        assertThat(disabled.isPausedAt(NINE)).isFalse();
    }

    @Test
    void a_rule_that_names_no_further_time_has_expired_even_if_paused() {
        assertThat(RuleStanding.pausedUntil(null).at(NINE, false)).isEqualTo(RuleStatus.EXPIRED);
    }

    @Test
    void a_run_by_hand_changes_nothing() {
        RuleStanding paused = RuleStanding.ACTIVE.after(paused(TEN));
        assertThat(paused.after(new RunRequested("r", "r@20260302T093000000Z", NINE, null, "ana")))
                .isEqualTo(paused);
    }

    private static RulePaused paused(@Nullable Instant until) {
        return new RulePaused("r", NINE, until, false, null, "ana");
    }
}
