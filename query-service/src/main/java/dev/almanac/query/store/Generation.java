package dev.almanac.query.store;

import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.query.view.Projection;
import dev.almanac.query.view.calendar.CalendarProjection;
import dev.almanac.query.view.calendar.CalendarView;
import dev.almanac.query.view.conflict.ConflictProjection;
import dev.almanac.query.view.conflict.ConflictView;
import dev.almanac.query.view.entry.EntryProjection;
import dev.almanac.query.view.entry.EntryView;
import dev.almanac.query.view.history.HistoryProjection;
import dev.almanac.query.view.history.ToldView;
import dev.almanac.query.view.resource.ResourceProjection;
import dev.almanac.query.view.resource.ResourceView;
import dev.almanac.query.view.rule.RuleProjection;
import dev.almanac.query.view.rule.RuleView;
import dev.almanac.query.view.run.PlanProjection;
import dev.almanac.query.view.run.PlanView;
import dev.almanac.query.view.run.RunProjection;
import dev.almanac.query.view.run.RunView;
import dev.almanac.query.view.run.TallyProjection;
import dev.almanac.query.view.run.TallyView;
import dev.almanac.query.view.schedule.ScheduleProjection;
import dev.almanac.query.view.schedule.ScheduleView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One complete set of views, built from the start of the topics. */
public final class Generation {
    private static final CalendarProjection CALENDARS = new CalendarProjection();
    private static final ScheduleProjection SCHEDULES = new ScheduleProjection();
    private static final EntryProjection ENTRIES = new EntryProjection();
    private static final ConflictProjection CONFLICTS = new ConflictProjection();
    private static final ResourceProjection RESOURCES = new ResourceProjection();

    private static final HistoryProjection HISTORY = new HistoryProjection();
    private static final RuleProjection RULES = new RuleProjection();
    private static final PlanProjection PLANS = new PlanProjection();
    private static final RunProjection RUNS = new RunProjection();
    private static final TallyProjection TALLIES = new TallyProjection();

    /** Every projection that there is. */
    public static final List<Projection<?>> PROJECTIONS =
            List.of(CALENDARS, SCHEDULES, HISTORY, ENTRIES, CONFLICTS, RESOURCES, RULES, PLANS, RUNS, TALLIES);

    private final int number;
    private final Map<String, Documents<?>> documents;
    private final Positions positions;

    Generation(int number, MongoDatabase database) {
        this.number = number;
        this.documents = PROJECTIONS.stream()
                .collect(Collectors.toUnmodifiableMap(Projection::name, projection -> documents(database, projection)));
        this.positions = new Positions(collection(database, "positions"));
    }

    private Generation(int number, Map<String, Documents<?>> documents, Positions positions) {
        this.number = number;
        this.documents = documents;
        this.positions = positions;
    }

    /** The same views for a reader who may not see all of them. */
    public Generation restrictedTo(RowAccess reader) {
        Map<String, Documents<?>> restricted = new HashMap<>();
        documents.forEach((name, all) -> restricted.put(name, all.restrictedTo(reader)));
        return new Generation(number, restricted, positions);
    }

    public int number() {
        return number;
    }

    public Positions positions() {
        return positions;
    }

    public Documents<CalendarView> calendars() {
        return of(CALENDARS);
    }

    public Documents<ScheduleView> schedules() {
        return of(SCHEDULES);
    }

    public Documents<ToldView> history() {
        return of(HISTORY);
    }

    public Documents<EntryView> entries() {
        return of(ENTRIES);
    }

    public Documents<ConflictView> conflicts() {
        return of(CONFLICTS);
    }

    public Documents<ResourceView> resources() {
        return of(RESOURCES);
    }

    public Documents<RuleView> rules() {
        return of(RULES);
    }

    public Documents<PlanView> plans() {
        return of(PLANS);
    }

    public Documents<RunView> runs() {
        return of(RUNS);
    }

    public Documents<TallyView> tallies() {
        return of(TALLIES);
    }

    @SuppressWarnings("unchecked")
    public <V> Documents<V> of(Projection<V> projection) {
        Documents<?> found = documents.get(projection.name());
        if (found == null) {
            throw new IllegalArgumentException("no view is named " + projection.name());
        }
        return (Documents<V>) found;
    }

    Mono<Void> createIndexes() {
        return Flux.fromIterable(PROJECTIONS).concatMap(this::createIndexes).then();
    }

    private <V> Mono<Void> createIndexes(Projection<V> projection) {
        return of(projection).createIndexes(projection);
    }

    Mono<Void> drop() {
        Function<Documents<?>, Mono<Void>> drop = Documents::drop;
        return Flux.fromIterable(documents.values()).concatMap(drop).then(positions.drop());
    }

    private <V> Documents<V> documents(MongoDatabase database, Projection<V> projection) {
        return new Documents<>(collection(database, projection.name()), projection);
    }

    private MongoCollection<BsonDocument> collection(MongoDatabase database, String name) {
        return database.getCollection(name + "_g" + number, BsonDocument.class);
    }
}
