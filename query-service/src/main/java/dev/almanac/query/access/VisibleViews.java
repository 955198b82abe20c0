package dev.almanac.query.access;

import dev.almanac.query.access.HeldCalendars.Held;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Rows;
import dev.almanac.query.views.Audience;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The views as the caller may see them: managers see everything, others the calendars that they own or that are shared
 * with them, what is on those, and what they booked themselves.
 */
@Component
public class VisibleViews {
    /** Nobody is shown more calendars than this; whoever needs to is a manager. */
    private static final int CALENDARS_MAX = 10_000;

    private static final int RULES_MAX = 10_000;

    private final Generations generations;
    private final HeldCalendars calendars;
    private final ReadableRules rules;

    VisibleViews(Generations generations, HeldCalendars calendars, ReadableRules rules) {
        this.generations = generations;
        this.calendars = calendars;
        this.rules = rules;
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
                        ? Mono.just(Rows.anyOf(List.of(calendars.rows(viewer.subject()), calendars.bookable())))
                        : rows(viewer, audience, all)));
    }

    public Mono<Boolean> areAll() {
        return Viewer.current().map(Viewer::seesEverything);
    }

    /** For whom answers are the same: one name for all who see everything, and one for each of the others. */
    public Mono<Reader> reader() {
        return Viewer.current().map(viewer -> new Reader(viewer.seesEverything() ? null : viewer.subject()));
    }

    /** Whether that is the caller, or they may see what is everybody's own. */
    public Mono<Boolean> areOf(String subject) {
        return Viewer.current()
                .map(viewer -> viewer.auditsEverything() || viewer.subject().equals(subject));
    }

    /** Of what the caller may read the audit. */
    public Mono<Audited> audited() {
        return Viewer.current()
                .flatMap(viewer -> viewer.auditsEverything()
                        ? Mono.just(new Audited(true, Set.of()))
                        : calendars
                                .of(viewer.subject(), generations.active(), CALENDARS_MAX)
                                .filter(Held::administered)
                                .map(Held::calendarId)
                                .collect(Collectors.toSet())
                                .map(administered -> new Audited(false, administered)));
    }

    /** What the caller may do with rules. */
    public Mono<Rights> rights() {
        return Viewer.current().flatMap(viewer -> rights(viewer, generations.active()));
    }

    private Mono<Rights> rights(Viewer viewer, Generation all) {
        String subject = viewer.subject();
        return viewer.seesEverything()
                ? Mono.just(new Rights(subject, true, Set.of(), Set.of()))
                : calendars
                        .of(subject, all, CALENDARS_MAX)
                        .collectList()
                        .map(held -> new Rights(
                                subject,
                                false,
                                held.stream().map(Held::calendarId).collect(Collectors.toSet()),
                                held.stream()
                                        .filter(Held::edited)
                                        .map(Held::calendarId)
                                        .collect(Collectors.toSet())));
    }

    private Mono<Rows> rows(Viewer viewer, Audience audience, Generation all) {
        return sees(viewer, audience)
                ? Mono.just(Rows.everything())
                : switch (audience) {
                    case Audience.Everybody() -> Mono.just(Rows.everything());
                    case Audience.OnlyManagers() -> Mono.just(Rows.nothing());
                    case Audience.OnlyItsOwner(var owner) -> Mono.just(Rows.where(owner, viewer.subject()));
                    case Audience.HoldersOfTheCalendar() -> Mono.just(calendars.rows(viewer.subject()));
                    case Audience.ItsAuthor(var field) -> Mono.just(Rows.where(field, viewer.subject()));
                    case Audience.ReadersOfItsRule(var field) -> ofRules(viewer, field, all);
                    case Audience.ReadersOfItsCalendar readers -> rows(viewer.subject(), readers, all);
                    case Audience.ItsPeopleAndReadersOfItsCalendar(var calendar, var people) ->
                        readable(viewer.subject(), all)
                                .map(ids -> Rows.anyOf(
                                        List.of(Rows.where(people, viewer.subject()), Rows.among(calendar, ids))));
                };
    }

    private static boolean sees(Viewer viewer, Audience audience) {
        return audience instanceof Audience.OnlyItsOwner ? viewer.auditsEverything() : viewer.seesEverything();
    }

    private Mono<Rows> ofRules(Viewer viewer, String ruleField, Generation all) {
        return rights(viewer, all)
                .flatMap(rights -> rules.of(rights, all, RULES_MAX).collectList())
                .map(ids -> Rows.among(ruleField, ids));
    }

    private Mono<Rows> rows(String subject, Audience.ReadersOfItsCalendar readers, Generation all) {
        return readable(subject, all).map(calendarIds -> onAnyOf(calendarIds, subject, readers));
    }

    private Mono<List<String>> readable(String subject, Generation all) {
        return calendars.of(subject, all, CALENDARS_MAX).map(Held::calendarId).collectList();
    }

    private static Rows onAnyOf(List<String> calendarIds, String subject, Audience.ReadersOfItsCalendar readers) {
        List<Rows> any = new ArrayList<>(
                List.of(Rows.among(readers.calendarField(), calendarIds), Rows.without(readers.calendarField())));
        if (readers.authorField() != null) {
            any.add(Rows.where(readers.authorField(), subject));
        }
        return Rows.anyOf(any);
    }
}
