package dev.almanac.query.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.almanac.events.Change;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class HistoryReads extends Reads<PublishedChange> {
    private static final String SUBJECT = "view.subject";
    private static final String SEQUENCE = "view.sequence";
    private static final String TIME = "view.time";

    private HistoryReads(Generation views) {
        super(views, PublishedChange.class);
    }

    public static HistoryReads of(Generation views) {
        return new HistoryReads(views);
    }

    /** All of a subject that one writer numbers, in that order. */
    public Flux<PublishedChange> inSequence(String subject, int most) {
        return find(eq(SUBJECT, subject), ascending(SEQUENCE), most);
    }

    /** All changes of a subject that several services publish, as they arrived. */
    public Flux<PublishedChange> asTheyCame(String subject, int most) {
        return find(eq(SUBJECT, subject), ascending(TIME, SEQUENCE), most);
    }

    /** What somebody did since, newest first. */
    public Flux<PublishedChange> by(String actor, Instant since, int most) {
        return find(and(eq("view.actor", actor), gte(TIME, since)), descending(TIME, "view.position"), most);
    }

    /** What was published about these subjects since. */
    public Flux<PublishedChange> since(Instant since, Collection<String> subjects, int most) {
        return find(and(in(SUBJECT, subjects), gte(TIME, since)), ascending(SUBJECT, SEQUENCE), most);
    }

    /** The last of a subject that is of one of these types. */
    public Mono<PublishedChange> last(String subject, Class<?>... types) {
        return find(
                        and(
                                eq(SUBJECT, subject),
                                in(
                                        "view.type",
                                        Stream.of(types).map(Change::typeOf).toList())),
                        descending(SEQUENCE),
                        1)
                .next();
    }
}
