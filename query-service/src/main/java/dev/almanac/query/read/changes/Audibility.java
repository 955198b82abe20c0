package dev.almanac.query.read.changes;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.run.RunReport;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.store.Generation;
import dev.almanac.query.view.OccurrenceIds;
import dev.almanac.query.view.conflict.ConflictView;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether whoever listens may hear of a change: if they may read what it is about. */
@Component
class Audibility {
    private final VisibleViews visible;

    Audibility(VisibleViews visible) {
        this.visible = visible;
    }

    Mono<Boolean> of(Change change) {
        return visible.areAll().flatMap(all -> all ? Mono.just(true) : of(change, visible.active()));
    }

    /** Whether they may also hear what only those who may change a rule need to know: payloads, and where logs are. */
    Mono<Boolean> isWhole(Change change) {
        return switch (change) {
            case RuleChange c -> mayEdit(c.ruleId());
            case OccurrenceChange c -> mayEdit(c.seriesId());
            case RunReport c -> mayEdit(c.subject());
            default -> Mono.just(true);
        };
    }

    private Mono<Boolean> mayEdit(String ruleId) {
        return visible.rights()
                .flatMap(rights -> rights.all()
                        ? Mono.just(true)
                        : visible.active()
                                .rules()
                                .byId(ruleId)
                                .map(rights::mayEdit)
                                .defaultIfEmpty(false));
    }

    private Mono<Boolean> of(Change change, Generation views) {
        return switch (change) {
            case CalendarChange c -> views.calendars().byId(c.calendarId()).hasElement();
            case ScheduleChange c -> views.schedules().byId(c.scheduleId()).hasElement();
            case OccurrenceChange c -> isVisible(c.seriesId(), views);
            case RuleDeleted c ->
                visible.rights().map(rights -> rights.subject().equals(c.deletedBy()));
            case RuleChange c -> views.rules().byId(c.ruleId()).hasElement();
            case RunReport c -> views.rules().byId(c.subject()).hasElement();
            case ConflictChange c ->
                views.conflicts()
                        .byId(c.conflictId())
                        .flatMap(conflict -> areBothVisible(conflict, views))
                        .defaultIfEmpty(false);
            default -> Mono.just(true);
        };
    }

    /** An event, or a rule. */
    private static Mono<Boolean> isVisible(String seriesId, Generation views) {
        return views.schedules()
                .byId(seriesId)
                .hasElement()
                .flatMap(event ->
                        event ? Mono.just(true) : views.rules().byId(seriesId).hasElement());
    }

    private static Mono<Boolean> areBothVisible(ConflictView conflict, Generation views) {
        return Mono.zip(
                views.schedules()
                        .byId(OccurrenceIds.seriesOf(conflict.scheduledEventId()))
                        .hasElement(),
                views.schedules()
                        .byId(OccurrenceIds.seriesOf(conflict.conflictingEventId()))
                        .hasElement(),
                Boolean::logicalAnd);
    }
}
