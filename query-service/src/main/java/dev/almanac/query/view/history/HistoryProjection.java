package dev.almanac.query.view.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.view.Audience;
import dev.almanac.query.view.Projection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps what was decided and found change by change, so that the past of one subject can be folded anew. */
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
        return Set.of(Topic.SCHEDULES, Topic.CALENDARS, Topic.RULES, Topic.CONFLICTS, Topic.RESOURCES);
    }

    @Override
    public List<String> keys(Change change) {
        return List.of();
    }

    @Override
    public List<String> keys(Recorded<? extends Change> recorded) {
        return switch (recorded.change()) {
            case ScheduleChange _, CalendarChange _, RuleChange _, ConflictChange _, ResourceChange _ ->
                List.of(recorded.metadata().id());
            default -> List.of();
        };
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
                metadata.time(),
                metadata.causationId());
    }

    /** Read only for those who may see the subject itself: the endpoint looks it up first. */
    @Override
    public Audience audience() {
        return new Audience.Everybody();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("view.subject", "view.sequence"), List.of("view.actor", "view.time"));
    }
}
