package dev.almanac.query.events;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.store.Conditions;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class ScheduleReads extends Reads<ScheduleView> {
    private static final String START = "view.booking.startDateTime";
    private static final String COMPANION = "view.details.companions.scheduleId";
    private static final String STATUS = "view.status";
    private static final List<String> ON_CALENDAR = Stream.of(ScheduleStatus.values())
            .filter(ScheduleStatus::isOnCalendar)
            .map(ScheduleStatus::name)
            .toList();

    private ScheduleReads(Generation views) {
        super(views, ScheduleView.class);
    }

    public static ScheduleReads of(Generation views) {
        return new ScheduleReads(views);
    }

    /** By start, and more than is asked for: of a series only its first start and its last end are looked at. */
    public Flux<ScheduleView> list(ScheduleQuery query, Optional<Cursor> after, int most) {
        ScheduleStatus status = query.status();
        Conditions wanted = Conditions.withField(START)
                .and(status == null ? in(STATUS, ON_CALENDAR) : eq(STATUS, status.name()))
                .is("view.booking.calendarId", query.calendarId())
                .is("view.details.resources.resourceId", query.resourceId())
                .is("view.details.category", query.category())
                .isAfter("view.lastEnd", query.from())
                .isBefore(START, query.till());
        if (query.q() != null) {
            wanted.and(containing(query.q()));
        }
        after.ifPresent(last -> wanted.comesBehind(START, last.instant(), last.id()));
        return find(wanted.toBson(), ascending(START, "_id"), most);
    }

    /** Those on a calendar that are not over by then, by start. */
    public Flux<ScheduleView> onCalendar(String calendarId, Instant notOverBy, int most) {
        return list(new ScheduleQuery(calendarId, null, null, null, notOverBy, null, null), Optional.empty(), most);
    }

    /** Those whose companion it is. */
    public Flux<ScheduleView> primariesOf(String scheduleId, int most) {
        return find(eq(COMPANION, scheduleId), ascending("_id"), most);
    }

    /** Those of which any is the companion. */
    public Flux<ScheduleView> primariesOf(Collection<String> scheduleIds, int most) {
        return find(in(COMPANION, scheduleIds), ascending("_id"), most);
    }

    /** Those that have companions and have not ended by then, by id. */
    public Flux<ScheduleView> primaries(String afterId, Instant notOverBy, int most) {
        return find(and(gt("_id", afterId), gt(COMPANION, ""), gt("view.lastEnd", notOverBy)), ascending("_id"), most);
    }

    /** Those of them that have companions. */
    public Flux<ScheduleView> primariesAmong(Collection<String> scheduleIds) {
        return find(and(in("_id", scheduleIds), gt(COMPANION, "")), ascending("_id"), scheduleIds.size());
    }

    private static Bson containing(String words) {
        Pattern pattern = Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE);
        return or(
                regex("view.details.title", pattern),
                regex("view.details.description", pattern),
                regex("view.details.location", pattern));
    }
}
