package dev.almanac.query.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.subscription.SubscriptionChange;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import dev.almanac.query.views.Audience;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what was decided and found change by change, so that the past of one subject can be folded anew. */
@Component
public final class HistoryProjection implements ReadModel<PublishedChange> {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public int version() {
        return 10;
    }

    @Override
    public Class<PublishedChange> viewType() {
        return PublishedChange.class;
    }

    /** Of all but occurrences, which follow from the rest. */
    @Override
    public List<Projection<PublishedChange, ?>> projections() {
        return List.of(
                new Kept<>(ScheduleChange.class),
                new Kept<>(CalendarChange.class),
                new Kept<>(RuleChange.class),
                new Kept<>(ConflictChange.class),
                new Kept<>(ResourceChange.class),
                new Kept<>(SubscriptionChange.class),
                new Kept<>(ChangeRequestChange.class));
    }

    /** The types that are kept, as they are published. */
    public Set<String> types() {
        return projections().stream()
                .flatMap(kept -> types(kept.changes()))
                .map(Change::typeOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Class<?>> types(Class<?> family) {
        return family.isSealed()
                ? Arrays.stream(family.getPermittedSubclasses()).flatMap(HistoryProjection::types)
                : Stream.of(family);
    }

    /** Each change as a document of its own. */
    private record Kept<C extends Change>(Class<C> changes) implements Projection<PublishedChange, C> {

        /** Which change it was says its metadata alone. */
        @Override
        public List<String> keys(C change) {
            return List.of();
        }

        @Override
        public List<String> keys(Recorded<C> recorded) {
            return List.of(recorded.metadata().id());
        }

        @Override
        public PublishedChange apply(@Nullable PublishedChange view, String key, Recorded<C> recorded) {
            C change = recorded.change();
            ChangeMetadata metadata = recorded.metadata();
            return new PublishedChange(
                    key,
                    change.subject(),
                    change.type(),
                    Schema.of(change.getClass()).keptRevision(),
                    new String(ChangeJson.write(change), UTF_8),
                    metadata.sequence(),
                    metadata.position(),
                    metadata.actor(),
                    metadata.time(),
                    metadata.causationId(),
                    NamedCalendar.of(change),
                    metadata.correlationId());
        }
    }

    /** Read only for those who may see the subject itself: the endpoint looks it up first. */
    @Override
    public Audience audience() {
        return new Audience.Everybody();
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(
                List.of("view.subject", "view.sequence"),
                List.of("view.actor", "view.time"),
                List.of("view.type", "view.time"),
                List.of("view.time", "_id"),
                List.of("view.calendarId"));
    }
}
