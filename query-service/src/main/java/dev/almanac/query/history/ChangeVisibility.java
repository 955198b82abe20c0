package dev.almanac.query.history;

import dev.almanac.events.Change;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.changerequest.ChangeRequestChange;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.feed.FeedChange;
import dev.almanac.events.feed.FeedChange.CalendarEntryPublished;
import dev.almanac.events.feed.FeedChange.CalendarEntryWithdrawn;
import dev.almanac.events.notification.NotificationChange;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleDeleted;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.run.RunReport;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.subscription.SubscriptionChange;
import dev.almanac.query.access.Caller;
import dev.almanac.query.access.Rights;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.changerequests.ChangeRequestReads;
import dev.almanac.query.conflicts.ConflictReads;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.provided.ProvidedEntryReads;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether somebody may hear of a change: if they may read what it is about. */
@Component
public class ChangeVisibility {
    private final VisibleViews visible;
    private final Generations generations;

    ChangeVisibility(VisibleViews visible, Generations generations) {
        this.visible = visible;
        this.generations = generations;
    }

    /** What somebody is told is for them alone, whoever else may see everything. */
    public Mono<Boolean> of(Change change) {
        return switch (change) {
            case NotificationChange told ->
                Caller.current().map(caller -> caller.subject().equals(told.recipientId()));
            // Managers see what is on calendars, and not what somebody wants to be told of.
            case SubscriptionChange own -> visible.areOf(own.ownerId());
            default -> visible.areAll().flatMap(all -> all ? Mono.just(true) : of(change, visible.active()));
        };
    }

    /**
     * Whether they may also hear what only those who may change a rule need to know, payloads and where logs are, and what only
     * the owner of a private entry is told.
     */
    public Mono<Boolean> isWhole(Change change) {
        return switch (change) {
            case RuleChange c -> mayEdit(c.ruleId());
            case OccurrenceChange c -> mayEdit(c.seriesId());
            case RunReport c -> mayEdit(c.subject());
            case CalendarEntryPublished c -> Caller.current().flatMap(caller -> tells(c, caller.subject()));
            // It may have been private, and who owned it is not said any more.
            case CalendarEntryWithdrawn _ -> Mono.just(false);
            default -> Mono.just(true);
        };
    }

    /** What was public when it was said may be private by now. */
    private Mono<Boolean> tells(CalendarEntryPublished said, String subject) {
        return said.ownerId().equals(subject)
                ? Mono.just(true)
                : ProvidedEntryReads.of(visible.active())
                        .said(said.subject())
                        .map(now -> said.tells(subject) && now.tells(subject))
                        .defaultIfEmpty(false);
    }

    private Mono<Boolean> mayEdit(String ruleId) {
        return visible.rights()
                .flatMap(rights -> rights.all()
                        ? Mono.just(true)
                        : RuleReads.of(visible.active())
                                .byId(ruleId)
                                .map(rights::mayEdit)
                                .defaultIfEmpty(false));
    }

    private Mono<Boolean> of(Change change, Generation views) {
        return switch (change) {
            case CalendarChange c ->
                CalendarReads.of(views).byId(c.calendarId()).hasElement();
            case ScheduleChange c ->
                ScheduleReads.of(views).byId(c.scheduleId()).hasElement();
            case OccurrenceChange c -> isVisible(c.seriesId(), views);
            case RuleDeleted c -> visible.rights().flatMap(rights -> couldRead(rights, c));
            case RuleChange c -> RuleReads.of(views).byId(c.ruleId()).hasElement();
            case RunReport c -> RuleReads.of(views).byId(c.subject()).hasElement();
            case ConflictChange c ->
                ConflictReads.of(views)
                        .byId(c.conflictId())
                        .flatMap(conflict -> areBothVisible(conflict, views))
                        .defaultIfEmpty(false);
            case FeedChange c -> ProvidedEntryReads.of(views).byId(c.subject()).hasElement();
            case ChangeRequestChange c ->
                ChangeRequestReads.of(views).byId(c.changeRequestId()).hasElement();
            default -> Mono.just(true);
        };
    }

    /** A rule that is gone is known by what was published about it: who created it, and its last queue. */
    private Mono<Boolean> couldRead(Rights rights, RuleDeleted deleted) {
        return Mono.zip(
                        last(deleted.ruleId(), RuleCreated.class).cast(RuleCreated.class),
                        last(deleted.ruleId(), RuleCreated.class, RuleUpdated.class),
                        (created, described) -> rights.mayRead(queue(described), created.createdBy()))
                .defaultIfEmpty(rights.all())
                .map(could -> could || rights.subject().equals(deleted.deletedBy()));
    }

    private Mono<Change> last(String ruleId, Class<?>... types) {
        return HistoryReads.of(generations.active()).last(ruleId, types).map(PublishedChange::read);
    }

    private static String queue(Change described) {
        return described instanceof RuleUpdated updated
                ? updated.profile().queue()
                : ((RuleCreated) described).profile().queue();
    }

    /** An event, or a rule. */
    private static Mono<Boolean> isVisible(String seriesId, Generation views) {
        return ScheduleReads.of(views)
                .byId(seriesId)
                .hasElement()
                .flatMap(event -> event
                        ? Mono.just(true)
                        : RuleReads.of(views).byId(seriesId).hasElement());
    }

    private static Mono<Boolean> areBothVisible(ConflictView conflict, Generation views) {
        return Mono.zip(
                isVisible(OccurrenceId.seriesOf(conflict.scheduledEventId()), views),
                isVisible(OccurrenceId.seriesOf(conflict.conflictingEventId()), views),
                Boolean::logicalAnd);
    }
}
