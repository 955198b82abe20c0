package dev.almanac.expansion.rule;

import dev.almanac.events.occurrence.OccurrenceChange;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a rule comes to, and what is published on the way. */
record Step(RuleState state, List<OccurrenceChange> published) {

    Step {
        published = List.copyOf(published);
    }

    static Step of(RuleState state) {
        return new Step(state, List.of());
    }

    Step at(long position) {
        return new Step(state.at(position), published);
    }

    Step then(Function<RuleState, Step> next) {
        Step after = next.apply(state);
        List<OccurrenceChange> all = new ArrayList<>(published);
        all.addAll(after.published());
        return new Step(after.state(), all);
    }
}
