package dev.almanac.query.runs;

import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.DueReason;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.RunChange;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts the runs of each rule from their published changes: the same sums as in the rule-expander's own book. */
@Component
public final class TallyProjection implements ReadModel<TallyView>, Projection<TallyView, RunChange> {

    @Override
    public String name() {
        return "tallies";
    }

    @Override
    public int version() {
        return 8;
    }

    @Override
    public Class<TallyView> viewType() {
        return TallyView.class;
    }

    @Override
    public List<Projection<TallyView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<RunChange> changes() {
        return RunChange.class;
    }

    @Override
    public List<String> keys(RunChange change) {
        return List.of(change.seriesId());
    }

    @Override
    public TallyView apply(@Nullable TallyView view, String key, Recorded<RunChange> recorded) {
        TallyView counted = counted(view == null ? TallyView.nothing(key) : view, recorded.change());
        RunView run = RunChanges.run(recorded.change());
        return run.attempt() > 0 ? counted.ran(run) : counted;
    }

    private static TallyView counted(TallyView view, RunChange change) {
        return switch (change) {
            case OccurrenceDue due -> view.plus(due.attempt() == 1 && isNew(due) ? 1 : 0, 0, 0, revived(due), 0);
            case OccurrenceStarted _, OccurrencePostponed _ -> view;
            case OccurrenceSucceeded _ -> view.plus(0, 1, 0, 0, 0);
            case OccurrenceFailed failed -> view.plus(0, 0, failed.nextAttemptAt() == null ? 1 : 0, 0, 0);
            case OccurrenceMissed missed -> view.plus(missed.attempt() == 0 ? 1 : 0, 0, 0, 1, 0);
            case OccurrenceSkipped skipped when skipped.reason() == SkipReason.DISCARDED -> view.plus(0, 0, 0, -1, 1);
            case OccurrenceSkipped _ -> view.plus(1, 0, 0, 0, 1);
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
