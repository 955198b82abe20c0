package dev.almanac.query.runs;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.bson.conversions.Bson;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class PlanReads extends Reads<PlanView> {
    private static final String CALENDAR = "view.calendarId";
    private static final String FIRST = "view.firstAt";
    private static final String LAST_END = "view.lastEnd";
    /** A plan covers one local day, which may be longer than 24 hours. */
    private static final Duration LONGEST_DAY = Duration.ofHours(27);
    /** And its last run may go on for a day. */
    private static final Duration LONGEST = LONGEST_DAY.plusSeconds(JobTemplate.TIMEOUT_SECONDS_MAX);

    private static final Bson FAR = eq("view.far", true);

    private PlanReads(Generation views) {
        super(views, PlanView.class);
    }

    public static PlanReads of(Generation views) {
        return new PlanReads(views);
    }

    /** Of these rules those days that have runs in the window, and perhaps some that have none. */
    Flux<PlanView> around(TimeSlot window, Collection<String> ruleIds, int most) {
        return find(
                and(
                        in("view.ruleId", ruleIds),
                        or(
                                and(gte(FIRST, window.start().minus(LONGEST_DAY)), lt(FIRST, window.end())),
                                and(FAR, gte(LAST_END, window.start()), lt(FIRST, window.end())))),
                ascending(FIRST),
                most);
    }

    /** Days whose runs claim slots of the calendar and go on in the window. */
    public Flux<PlanView> claiming(String calendarId, TimeSlot window, int most) {
        return claiming(eq(CALENDAR, calendarId), window, most);
    }

    /** The same of any calendar. */
    public Flux<PlanView> claiming(TimeSlot window, int most) {
        return claiming(gt(CALENDAR, ""), window, most);
    }

    private Flux<PlanView> claiming(Bson calendars, TimeSlot window, int most) {
        return find(
                and(
                        calendars,
                        or(FAR, gt(FIRST, window.start().minus(LONGEST))),
                        lt(FIRST, window.end()),
                        gt(LAST_END, window.start())),
                ascending(FIRST),
                most);
    }

    /** Drops plans whose last occurrence was before then, up to a limit; answers how many. */
    Mono<Long> dropBefore(Instant oldest, int most) {
        return delete(lt("view.lastAt", oldest), most);
    }
}
