package dev.almanac.query.calendars;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.events.calendar.CalendarType;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.store.Conditions;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import dev.almanac.query.store.Rows;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class CalendarReads extends Reads<CalendarView> {
    private static final String NAME = "view.profile.name";
    private static final String OWNER = "view.profile.ownerId";
    private static final String ACTIVE = "view.active";

    private CalendarReads(Generation views) {
        super(views, CalendarView.class);
    }

    public static CalendarReads of(Generation views) {
        return new CalendarReads(views);
    }

    /**
     * By name.
     *
     * @param words in the name, whatever their case
     */
    Flux<CalendarView> list(
            @Nullable CalendarType type,
            @Nullable String ownerId,
            @Nullable Boolean active,
            @Nullable String words,
            Optional<Cursor> after,
            int most) {
        Conditions wanted = Conditions.withField(NAME)
                .is("view.profile.calendarType", type)
                .is(OWNER, ownerId)
                .is(ACTIVE, active);
        if (words != null) {
            wanted.and(regex(NAME, Pattern.compile(Pattern.quote(words), Pattern.CASE_INSENSITIVE)));
        }
        after.ifPresent(last -> wanted.comesBehind(NAME, last.key(), last.id()));
        return find(wanted.toBson(), ascending(NAME, "_id"), most);
    }

    /** Those in use that somebody owns. */
    public Flux<CalendarView> ownedBy(String ownerId, int most) {
        return inUse(eq(OWNER, ownerId), most);
    }

    /** Those in use of a site, which is an owner or a calendar. */
    public Flux<CalendarView> ofSite(String site, int most) {
        return inUse(or(eq("_id", site), eq(OWNER, site)), most);
    }

    private Flux<CalendarView> inUse(Bson whose, int most) {
        return find(and(whose, eq(ACTIVE, true)), ascending("_id"), most);
    }

    /** The calendar that a token opens as a feed. */
    Mono<CalendarView> openedBy(String tokenHash) {
        return find(eq("view.feedTokens.hash", tokenHash), ascending("_id"), 1).next();
    }

    /** Those that somebody owns or that are shared with them. */
    Flux<CalendarView> heldBy(String subject, int most) {
        return find(held(subject), ascending("_id"), most);
    }

    static Rows rowsHeldBy(String subject) {
        return Rows.of(held(subject));
    }

    /** Of calendars on which anybody books. */
    static Rows bookable() {
        return Rows.of(and(gt("view.profile.bookable.perUserMax", 0), eq(ACTIVE, true)));
    }

    private static Bson held(String subject) {
        return or(eq(OWNER, subject), eq("view.shares.subject", subject));
    }
}
