package dev.almanac.query.view.run;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.view.Audience;
import dev.almanac.query.view.Projection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the runs of each rule from what is told of them: the same sums as in the rule-expander's own book. */
public final class TallyProjection implements Projection<TallyView> {

    @Override
    public String name() {
        return "tallies";
    }

    @Override
    public Class<TallyView> viewType() {
        return TallyView.class;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.OCCURRENCES);
    }

    @Override
    public List<String> keys(Change change) {
        return RunChanges.run(change).map(RunView::ruleId).map(List::of).orElse(List.of());
    }

    @Override
    public @Nullable TallyView apply(@Nullable TallyView view, String key, Recorded<? extends Change> recorded) {
        TallyView before = view == null ? TallyView.nothing(key) : view;
        return RunChanges.run(recorded.change())
                .filter(run -> run.attempt() > 0)
                .map(counted(before, recorded.change())::ran)
                .orElseGet(() -> counted(before, recorded.change()));
    }

    private static TallyView counted(TallyView view, Change change) {
        return switch (change) {
            case OccurrenceDue due -> view.plus(due.attempt() == 1 && isNew(due) ? 1 : 0, 0, 0, revived(due), 0);
            case OccurrenceStarted _ -> view;
            case OccurrenceSucceeded _ -> view.plus(0, 1, 0, 0, 0);
            case OccurrenceFailed failed -> view.plus(0, 0, failed.nextAttemptAt() == null ? 1 : 0, 0, 0);
            case OccurrenceMissed missed -> view.plus(missed.attempt() == 0 ? 1 : 0, 0, 0, 1, 0);
            case OccurrenceSkipped skipped when skipped.reason() == SkipReason.DISCARDED -> view.plus(0, 0, 0, -1, 1);
            case OccurrenceSkipped _ -> view.plus(1, 0, 0, 0, 1);
            default -> view;
        };
    }

    private static boolean isNew(OccurrenceDue due) {
        return due.reason() != DueReason.BACKFILL;
    }

    private static int revived(OccurrenceDue due) {
        return isNew(due) ? 0 : -1;
    }

    @Override
    public Audience audience() {
        return new Audience.ReadersOfItsRule("_id");
    }

    @Override
    public List<List<String>> indexes() {
        return List.of();
    }
}
