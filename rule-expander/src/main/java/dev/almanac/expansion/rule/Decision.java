package dev.almanac.expansion.rule;

import java.time.Instant;

/** What the clock does to a rule that is known, and when it does something again. */
record Decision(RuleState known, Step step, Instant wakeAt) {

    static Decision at(Instant now, RuleState state) {
        Step step = NewZoneData.noticed(now, state).then(s -> RuleClock.advance(now, s));
        return new Decision(state, step, RuleClock.wakeAt(now, step.state()));
    }
}
