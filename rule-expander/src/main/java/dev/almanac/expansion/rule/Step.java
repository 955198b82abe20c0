package dev.almanac.expansion.rule;

import dev.almanac.events.occurrence.OccurrenceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a rule comes to, and what is told of it on the way. */
record Step(RuleState state, List<OccurrenceChange> told) {

    Step {
        told = List.copyOf(told);
    }

    static Step of(RuleState state) {
        return new Step(state, List.of());
    }

    Step at(long position) {
        return new Step(state.at(position), told);
    }

    Step then(Function<RuleState, Step> next) {
        Step after = next.apply(state);
        List<OccurrenceChange> all = new ArrayList<>(told);
        all.addAll(after.told());
        return new Step(after.state(), all);
    }
}
