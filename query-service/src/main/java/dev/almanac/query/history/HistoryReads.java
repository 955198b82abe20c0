package dev.almanac.query.history;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.almanac.events.Change;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.store.Conditions;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class HistoryReads extends Reads<PublishedChange> {
    private static final String SUBJECT = "view.subject";
    private static final String SEQUENCE = "view.sequence";
    private static final String TIME = "view.time";
    private static final String ACTOR = "view.actor";
    private static final String TYPE = "view.type";
    private static final String CALENDAR = "view.calendarId";

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
        return find(and(eq(ACTOR, actor), gte(TIME, since)), descending(TIME, "view.position"), most);
    }

    /** What was published about these subjects since. */
    public Flux<PublishedChange> since(Instant since, Collection<String> subjects, int most) {
        return find(and(in(SUBJECT, subjects), gte(TIME, since)), ascending(SUBJECT, SEQUENCE), most);
    }

    /**
     * Newest first.
     *
     * @param among those of these subjects or that name one of these calendars; all, where it is empty
     */
    public Flux<PublishedChange> newestFirst(
            ChangeQuery query, Optional<OnCalendars> among, Optional<Cursor> after, int most) {
        Conditions wanted = Conditions.withField(TIME)
                .is(ACTOR, query.actor())
                .is(TYPE, query.type())
                .is(SUBJECT, query.subject())
                .isNotBefore(TIME, query.from())
                .isBefore(TIME, query.till());
        among.ifPresent(some -> wanted.and(or(in(CALENDAR, some.calendarIds()), in(SUBJECT, some.subjects()))));
        after.ifPresent(last -> wanted.comesBefore(TIME, last.instant(), last.id()));
        return find(wanted.toBson(), descending(TIME, "_id"), most);
    }

    /** Changes that name one of these calendars, in no order. */
    public Flux<PublishedChange> naming(Collection<String> calendarIds, int most) {
        return find(in(CALENDAR, calendarIds), ascending(CALENDAR), most);
    }

    /** Changes of these subjects that name a calendar, in no order. */
    public Flux<PublishedChange> namingTheirs(Collection<String> subjects, int most) {
        return find(and(in(SUBJECT, subjects), ne(CALENDAR, null)), ascending(SUBJECT, SEQUENCE), most);
    }

    /** The last of a subject that is of one of these types. */
    public Mono<PublishedChange> last(String subject, Class<?>... types) {
        return find(
                        and(
                                eq(SUBJECT, subject),
                                in(TYPE, Stream.of(types).map(Change::typeOf).toList())),
                        descending(SEQUENCE),
                        1)
                .next();
    }
}
