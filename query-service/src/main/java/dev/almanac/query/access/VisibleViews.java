package dev.almanac.query.access;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.RowAccess;
import dev.almanac.query.views.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The views as whoever asks may see them: managers see everything, others the calendars that they own or that are shared
 * with them, what is on those, and what they booked themselves.
 */
@Component
public class VisibleViews {
    /** Nobody is shown more calendars than this; whoever needs to is a manager. */
    private static final int CALENDARS_MAX = 10_000;

    private static final int RULES_MAX = 10_000;
    private static final Bson BOOKABLE = and(gt("view.profile.bookable.perUserMax", 0), eq("view.active", true));

    private final Generations generations;

    VisibleViews(Generations generations) {
        this.generations = generations;
    }

    public Generation active() {
        Generation all = generations.active();
        return all.restrictedTo(audience -> Viewer.current().flatMap(viewer -> rows(viewer, audience, all)));
    }

    /** The same with the calendars on which anybody books: they themselves, and nothing of what is on them. */
    public Generation withBookable() {
        Generation all = generations.active();
        return all.restrictedTo(audience -> Viewer.current()
                .flatMap(viewer -> audience instanceof Audience.HoldersOfTheCalendar && !viewer.seesEverything()
                        ? Mono.just(or(heldBy(viewer.subject()), BOOKABLE))
                        : rows(viewer, audience, all)));
    }

    public Mono<Boolean> areAll() {
        return Viewer.current().map(Viewer::seesEverything);
    }

    /** What whoever asks may do with rules. */
    public Mono<Rights> rights() {
        return Viewer.current().flatMap(viewer -> rights(viewer, generations.active()));
    }

    private static Mono<Rights> rights(Viewer viewer, Generation all) {
        String subject = viewer.subject();
        return viewer.seesEverything()
                ? Mono.just(new Rights(subject, true, Set.of(), Set.of()))
                : CalendarReads.in(all)
                        .find(heldBy(subject), ascending("_id"), CALENDARS_MAX)
                        .collectList()
                        .map(held -> new Rights(
                                subject,
                                false,
                                held.stream().map(CalendarView::id).collect(Collectors.toSet()),
                                held.stream()
                                        .filter(calendar -> isEditedBy(subject, calendar))
                                        .map(CalendarView::id)
                                        .collect(Collectors.toSet())));
    }

    private static boolean isEditedBy(String subject, CalendarView calendar) {
        return subject.equals(calendar.profile().ownerId())
                || calendar.shares().stream()
                        .anyMatch(share -> share.subject().equals(subject) && share.level() != ShareLevel.VIEW);
    }

    private static Mono<Bson> rows(Viewer viewer, Audience audience, Generation all) {
        return viewer.seesEverything()
                ? Mono.just(RowAccess.EVERYTHING)
                : switch (audience) {
                    case Audience.Everybody() -> Mono.just(RowAccess.EVERYTHING);
                    case Audience.OnlyManagers() -> Mono.just(in("_id", List.of()));
                    case Audience.HoldersOfTheCalendar() -> Mono.just(heldBy(viewer.subject()));
                    case Audience.ReadersOfItsRule(var field) -> ofRules(viewer, field, all);
                    case Audience.ReadersOfItsCalendar readers -> rows(viewer.subject(), readers, all);
                };
    }

    private static Mono<Bson> ofRules(Viewer viewer, String ruleField, Generation all) {
        return rights(viewer, all)
                .flatMap(rights -> RuleReads.in(all)
                        .find(
                                or(in("view.profile.queue", rights.read()), eq("view.createdBy", rights.subject())),
                                ascending("_id"),
                                RULES_MAX)
                        .map(RuleView::id)
                        .collectList())
                .map(ids -> in(ruleField, ids));
    }

    private static Mono<Bson> rows(String subject, Audience.ReadersOfItsCalendar readers, Generation all) {
        return CalendarReads.in(all)
                .find(heldBy(subject), ascending("_id"), CALENDARS_MAX)
                .map(CalendarView::id)
                .collectList()
                .map(calendarIds -> onAnyOf(calendarIds, subject, readers));
    }

    private static Bson onAnyOf(List<String> calendarIds, String subject, Audience.ReadersOfItsCalendar readers) {
        List<Bson> any =
                new ArrayList<>(List.of(in(readers.calendarField(), calendarIds), eq(readers.calendarField(), null)));
        if (readers.authorField() != null) {
            any.add(eq(readers.authorField(), subject));
        }
        return or(any);
    }

    private static Bson heldBy(String subject) {
        return or(eq("view.profile.ownerId", subject), eq("view.shares.subject", subject));
    }
}
