package dev.almanac.query.runs;

import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange.DayChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.query.runs.PlanView.PlannedRun;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One document for each rule and day, as the rule-expander publishes it: not one for each of many occurrences. */
@Component
public final class PlanProjection implements ReadModel<PlanView>, Projection<PlanView, DayChange> {

    /** So long a plan is kept once its last run was to begin. */
    static final Duration KEPT = Duration.ofDays(30);

    @Override
    public String name() {
        return "plans";
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public Class<PlanView> viewType() {
        return PlanView.class;
    }

    @Override
    public List<Projection<PlanView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<DayChange> changes() {
        return DayChange.class;
    }

    /** Those of events are entries. */
    @Override
    public List<String> keys(DayChange change) {
        return change.kind() == SeriesKind.RULE ? List.of(key(change.seriesId(), change.day())) : List.of();
    }

    @Override
    public @Nullable PlanView apply(@Nullable PlanView view, String key, Recorded<DayChange> recorded) {
        return switch (recorded.change()) {
            case OccurrencesMaterialised day -> PlanView.of(key, day.seriesId(), calendar(day), planned(day));
            case OccurrencesWithdrawn day -> view == null ? null : without(view, day.occurrenceIds());
        };
    }

    private static @Nullable String calendar(OccurrencesMaterialised day) {
        return day.claiming().isEmpty() ? null : day.calendarId();
    }

    private static List<PlannedRun> planned(OccurrencesMaterialised day) {
        return day.occurrences().stream()
                .map(slot ->
                        new PlannedRun(slot.occurrenceId(), slot.nominal(), slot.startDateTime(), slot.endDateTime()))
                .toList();
    }

    private static @Nullable PlanView without(PlanView view, List<String> gone) {
        List<PlannedRun> left = view.occurrences().stream()
                .filter(run -> !gone.contains(run.occurrenceId()))
                .toList();
        return left.isEmpty() ? null : PlanView.of(view.id(), view.ruleId(), view.calendarId(), left);
    }

    private static String key(String ruleId, LocalDate day) {
        return ruleId + "/" + day;
    }

    @Override
    public boolean mayBeDropped(PlanView view, Instant by) {
        return view.lastAt().isBefore(by.minus(KEPT));
    }

    @Override
    public Audience audience() {
        return new Audience.ReadersOfItsRule("view.ruleId");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of("view.lastAt"),
                List.of("view.firstAt"),
                List.of("view.ruleId", "view.firstAt"),
                List.of("view.calendarId", "view.firstAt"),
                List.of("view.far", "view.lastEnd"));
    }
}
