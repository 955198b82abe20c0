package dev.almanac.query.rules.list;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.query.runs.RuleItem;
import dev.almanac.query.runs.RunItem;
import java.util.List;

/** A rule with its latest runs, the last one first: as many as its {@code maxHistory} says. */
record RuleDetail(@JsonUnwrapped RuleItem rule, List<RunItem> runs) {

    RuleDetail {
        runs = List.copyOf(runs);
    }
}
