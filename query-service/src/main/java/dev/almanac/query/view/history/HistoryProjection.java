package dev.almanac.query.view.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.view.Audience;
import dev.almanac.query.view.Projection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps {@code scheduling.schedules.v1} change by change, so that the past of one event can be folded anew. */
public final class HistoryProjection implements Projection<ToldView> {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Class<ToldView> viewType() {
        return ToldView.class;
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.SCHEDULES);
    }

    @Override
    public List<String> keys(Change change) {
        return List.of();
    }

    @Override
    public List<String> keys(Recorded<? extends Change> recorded) {
        return recorded.change() instanceof ScheduleChange
                ? List.of(recorded.metadata().id())
                : List.of();
    }

    @Override
    public ToldView apply(@Nullable ToldView view, String key, Recorded<? extends Change> recorded) {
        Change change = recorded.change();
        ChangeMetadata metadata = recorded.metadata();
        return new ToldView(
                key,
                change.subject(),
                change.type(),
                Schema.of(change.getClass()).keptRevision(),
                new String(ChangeJson.write(change), UTF_8),
                metadata.sequence(),
                metadata.position(),
                metadata.actor(),
                metadata.time());
    }

    /** Read only for those who may see the event itself: the endpoint looks it up first. */
    @Override
    public Audience audience() {
        return new Audience.Everybody();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("view.scheduleId", "view.sequence"));
    }
}
