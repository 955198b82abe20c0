package dev.almanac.query.view.run;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.view.Audience;
import dev.almanac.query.view.Projection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The last change of each run. What has not had its time is in {@link PlanProjection}. */
public final class RunProjection implements Projection<RunView> {

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public Class<RunView> viewType() {
        return RunView.class;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.OCCURRENCES);
    }

    @Override
    public List<String> keys(Change change) {
        return RunChanges.run(change).map(RunView::id).map(List::of).orElse(List.of());
    }

    @Override
    public @Nullable RunView apply(@Nullable RunView view, String key, Recorded<? extends Change> recorded) {
        boolean freed = (view != null && view.freed()) || frees(recorded.change(), key);
        return RunChanges.run(recorded.change())
                .map(run -> run.after(view).withFreed(freed))
                .orElse(view);
    }

    private static boolean frees(Change change, String key) {
        return change instanceof OccurrenceChange c && c.freed().contains(key);
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
