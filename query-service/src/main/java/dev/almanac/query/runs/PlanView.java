package dev.almanac.query.runs;

import dev.almanac.events.TimeSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The occurrences of a rule on one local day of its zone.
 *
 * @param lastEnd the latest end, if they ran as long as they may
 * @param far whether some were moved out of their day, so that they are looked for apart
 * @param calendarId the calendar on which they claim their slots, if they do
 */
public record PlanView(
        String id,
        String ruleId,
        Instant firstAt,
        Instant lastAt,
        Instant lastEnd,
        @Nullable String calendarId,
        boolean far,
        List<PlannedRun> occurrences) {

    private static final Duration LONGEST_DAY = Duration.ofHours(27);

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
        Instant first = extreme(occurrences, PlannedRun::scheduledAt, BinaryOperator.minBy(Comparator.naturalOrder()));
        Instant last = extreme(occurrences, PlannedRun::scheduledAt, BinaryOperator.maxBy(Comparator.naturalOrder()));
        return new PlanView(
                id,
                ruleId,
                first,
                last,
                extreme(occurrences, PlannedRun::endsAt, BinaryOperator.maxBy(Comparator.naturalOrder())),
                calendarId,
                Duration.between(first, last).compareTo(LONGEST_DAY) > 0,
                occurrences);
    }

    private static Instant extreme(
            List<PlannedRun> runs, Function<PlannedRun, Instant> time, BinaryOperator<Instant> which) {
        return runs.stream().map(time).reduce(which).orElseThrow();
    }
}
