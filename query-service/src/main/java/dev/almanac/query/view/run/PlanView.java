package dev.almanac.query.view.run;

import dev.almanac.events.TimeSlot;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of a rule on one local day of its zone.
 *
 * @param lastEnd the latest end, if they ran as long as they may
 * @param calendarId the calendar on which they claim their slots, if they do
 */
public record PlanView(
        String id,
        String ruleId,
        Instant firstAt,
        Instant lastAt,
        Instant lastEnd,
        @Nullable String calendarId,
        List<PlannedRun> occurrences) {

    /**
     * One occurrence as the rule says it.
     *
     * @param endsAt when it ends if it runs as long as it may
     */
    public record PlannedRun(String occurrenceId, LocalDateTime nominal, Instant scheduledAt, Instant endsAt) {

        public TimeSlot slot() {
            return new TimeSlot(scheduledAt, endsAt);
        }
    }

    public PlanView {
        occurrences = List.copyOf(occurrences == null ? List.of() : occurrences);
    }

    static PlanView of(String id, String ruleId, @Nullable String calendarId, List<PlannedRun> occurrences) {
        return new PlanView(
                id,
                ruleId,
                occurrences.getFirst().scheduledAt(),
                occurrences.getLast().scheduledAt(),
                occurrences.stream()
                        .map(PlannedRun::endsAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                calendarId,
                occurrences);
    }
}
