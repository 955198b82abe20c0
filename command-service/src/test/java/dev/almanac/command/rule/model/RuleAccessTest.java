package dev.almanac.command.rule.model;

import static dev.almanac.command.rule.GivenRule.CLEO;
import static dev.almanac.command.rule.GivenRule.MAX;
import static dev.almanac.command.rule.GivenRule.STAN;
import static dev.almanac.command.rule.GivenRule.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.rejection.CallerMayNot;
import org.junit.jupiter.api.Test;

class RuleAccessTest {
    @Test
    void a_rule_is_changed_by_who_created_it_who_books_on_its_queue_and_managers() {
        assertThat(RuleAccess.refusal(rule(), STAN.caller(), _ -> false)).get().isInstanceOf(CallerMayNot.class);
        assertThat(RuleAccess.refusal(rule(), STAN.caller(), "night"::equals)).isEmpty();
        assertThat(RuleAccess.refusal(rule(), MAX.caller(), _ -> false)).isEmpty();
        assertThat(RuleAccess.refusal(rule(), CLEO.caller(), _ -> false)).isEmpty();
    }
}
