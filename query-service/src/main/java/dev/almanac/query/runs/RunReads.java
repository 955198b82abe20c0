package dev.almanac.query.runs;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.store.Conditions;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class RunReads extends Reads<RunView> {
    private static final String RULE = "view.ruleId";
    private static final String SCHEDULED = "view.scheduledAt";
    private static final Bson BY_TIME = ascending(SCHEDULED, "_id");

    private RunReads(Generation views) {
        super(views, RunView.class);
    }

    public static RunReads of(Generation views) {
        return new RunReads(views);
    }

    /** By their times. */
    public Flux<RunView> list(
            @Nullable RunState state,
            @Nullable String ruleId,
            @Nullable Instant from,
            @Nullable Instant till,
            Optional<Cursor> after,
            int most) {
        Conditions wanted = Conditions.withField(RULE)
                .is("view.state", state)
                .is(RULE, ruleId)
                .isNotBefore(SCHEDULED, from)
                .isBefore(SCHEDULED, till);
        after.ifPresent(last -> wanted.comesBehind(SCHEDULED, last.instant(), last.id()));
        return find(wanted.toBson(), BY_TIME, most);
    }

    /** Those of these rules in the window, by their times. */
    Flux<RunView> scheduledIn(TimeSlot window, Collection<String> ruleIds, int most) {
        return find(and(in(RULE, ruleIds), gte(SCHEDULED, window.start()), lt(SCHEDULED, window.end())), BY_TIME, most);
    }

    /** The latest of a rule, newest first. */
    public Flux<RunView> latest(String ruleId, int most) {
        return find(eq(RULE, ruleId), descending(SCHEDULED), most);
    }

    /** Drops runs that came to stand where they stand before then, up to a limit; answers how many. */
    Mono<Long> dropBefore(Instant oldest, int most) {
        return delete(lt("view.since", oldest), most);
    }
}
