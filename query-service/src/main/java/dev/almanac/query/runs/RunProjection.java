package dev.almanac.query.runs;

import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange.RunChange;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The last change of each run. What has not had its time is in {@link PlanProjection}. */
@Component
public final class RunProjection implements ReadModel<RunView>, Projection<RunView, RunChange> {

    /** A plan covers a day; what became of its runs is known as long as it is. */
    static final Duration KEPT = PlanProjection.KEPT.plusDays(2);

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public Class<RunView> viewType() {
        return RunView.class;
    }

    @Override
    public List<Projection<RunView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<RunChange> changes() {
        return RunChange.class;
    }

    @Override
    public List<String> keys(RunChange change) {
        return List.of(change.occurrenceId());
    }

    @Override
    public RunView apply(@Nullable RunView view, String key, Recorded<RunChange> recorded) {
        boolean freed =
                (view != null && view.freed()) || recorded.change().freed().contains(key);
        return RunChanges.run(recorded.change()).after(view).withFreed(freed);
    }

    @Override
    public boolean mayBeDropped(RunView view, Instant by) {
        return view.since().isBefore(by.minus(KEPT));
    }

    @Override
    public Audience audience() {
        return new Audience.ReadersOfItsRule("view.ruleId");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of("view.since"),
                List.of("view.scheduledAt", "_id"),
                List.of("view.ruleId", "view.scheduledAt"),
                List.of("view.state", "view.scheduledAt", "_id"));
    }
}
