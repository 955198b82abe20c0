package dev.almanac.query.view.run;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** The occurrences of a rule on one local day of its zone. */
public record PlanView(String id, String ruleId, Instant firstAt, Instant lastAt, List<PlannedRun> occurrences) {

    /** One occurrence as the rule says it. */
    public record PlannedRun(String occurrenceId, LocalDateTime nominal, Instant scheduledAt) {}

    public PlanView {
        occurrences = List.copyOf(occurrences == null ? List.of() : occurrences);
    }

    static PlanView of(String id, String ruleId, List<PlannedRun> occurrences) {
        return new PlanView(
                id,
                ruleId,
                occurrences.getFirst().scheduledAt(),
                occurrences.getLast().scheduledAt(),
                occurrences);
    }
}
