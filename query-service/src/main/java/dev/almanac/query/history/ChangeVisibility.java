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
import dev.almanac.query.access.Rights;
import dev.almanac.query.access.Viewer;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.changerequests.ChangeRequestReads;
import dev.almanac.query.changerequests.ChangeRequestView;
import dev.almanac.query.conflicts.ConflictReads;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.provided.ProvidedEntry;
import dev.almanac.query.provided.ProvidedEntryReads;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Reads;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether somebody may hear of changes: if they may read what these are about. */
@Component
public class ChangeVisibility {
    private static final int ASKED_AT_ONCE = 8;
    private final VisibleViews visible;
    private final Generations generations;

    ChangeVisibility(VisibleViews visible, Generations generations) {
        this.visible = visible;
        this.generations = generations;
    }

    public Mono<Hearing> of(Change change) {
        return of(List.of(change));
    }

    /** Asks the views for all of them together. */
    public Mono<Hearing> of(Collection<? extends Change> changes) {
        if (changes.stream().allMatch(ChangeVisibility::isPersonal)) {
            return Viewer.current().map(viewer -> hearing(changes, Known.nothing(viewer)));
        }
        Generation views = visible.active();
        return Viewer.current()
                .flatMap(viewer -> Mono.zip(
                                about(changes, viewer, views),
                                rights(changes, viewer),
                                goneRules(changes),
                                entries(changes, viewer, views))
                        .map(found -> hearing(
                                changes,
                                new Known(viewer, found.getT1(), found.getT2(), found.getT3(), found.getT4()))));
    }

    /** Whose it is stands in the change itself: no view has to be asked. */
    private static boolean isPersonal(Change change) {
        return change instanceof NotificationChange || change instanceof SubscriptionChange;
    }

    private static Hearing hearing(Collection<? extends Change> changes, Known known) {
        return new Hearing(Hearing.those(changes, known::mayHear), Hearing.those(changes, known::isWhole));
    }

    private Mono<Rights> rights(Collection<? extends Change> changes, Viewer viewer) {
        return changes.stream().anyMatch(ChangeVisibility::isOfRule)
                ? visible.rights()
                : Mono.just(Rights.withoutCalendars(viewer));
    }

    private static boolean isOfRule(Change change) {
        return change instanceof RuleChange || change instanceof OccurrenceChange || change instanceof RunReport;
    }

    /** What of the things that changes are about the caller may read. */
    private record About(
            Map<String, ConflictView> conflicts,
            Set<String> calendars,
            Set<String> events,
            Map<String, RuleView> rules,
            Set<String> entries,
            Set<String> changeRequests) {
        static final About NOTHING = new About(Map.of(), Set.of(), Set.of(), Map.of(), Set.of(), Set.of());
    }

    private static Mono<About> about(Collection<? extends Change> changes, Viewer viewer, Generation views) {
        Mono<Map<String, ConflictView>> conflicts = viewer.seesEverything()
                ? Mono.just(Map.of())
                : read(ids(changes, ConflictChange.class, ConflictChange::conflictId), ConflictReads.of(views))
                        .collectMap(ConflictView::id, conflict -> conflict);
        return conflicts.flatMap(known -> about(changes, known, viewer, views));
    }

    private static Mono<About> about(
            Collection<? extends Change> changes,
            Map<String, ConflictView> conflicts,
            Viewer viewer,
            Generation views) {
        Set<String> claimants =
                conflicts.values().stream().flatMap(ChangeVisibility::series).collect(Collectors.toSet());
        Set<String> series = together(claimants, ids(changes, OccurrenceChange.class, OccurrenceChange::seriesId));
        Set<String> rules = together(
                series,
                ids(changes, RuleChange.class, RuleChange::ruleId),
                ids(changes, RunReport.class, RunReport::subject));
        if (viewer.seesEverything()) {
            return Mono.just(About.NOTHING);
        }
        return Mono.zip(
                        read(ids(changes, CalendarChange.class, CalendarChange::calendarId), CalendarReads.of(views))
                                .map(CalendarView::id)
                                .collect(Collectors.toSet()),
                        read(
                                        together(
                                                series, ids(changes, ScheduleChange.class, ScheduleChange::scheduleId)),
                                        ScheduleReads.of(views))
                                .map(ScheduleView::id)
                                .collect(Collectors.toSet()),
                        read(rules, RuleReads.of(views)).collectMap(RuleView::id, rule -> rule),
                        read(ids(changes, FeedChange.class, FeedChange::subject), ProvidedEntryReads.of(views))
                                .map(ProvidedEntry::id)
                                .collect(Collectors.toSet()),
                        read(
                                        ids(changes, ChangeRequestChange.class, ChangeRequestChange::changeRequestId),
                                        ChangeRequestReads.of(views))
                                .map(ChangeRequestView::id)
                                .collect(Collectors.toSet()))
                .map(found -> new About(
                        conflicts, found.getT1(), found.getT2(), found.getT3(), found.getT4(), found.getT5()));
    }

    private static Stream<String> series(ConflictView conflict) {
        return Stream.of(
                OccurrenceId.seriesOf(conflict.scheduledEventId()),
                OccurrenceId.seriesOf(conflict.conflictingEventId()));
    }

    private static <V> Flux<V> read(Set<String> ids, Reads<V> reads) {
        return ids.isEmpty() ? Flux.empty() : reads.byIds(ids);
    }

    private static <C extends Change> Set<String> ids(
            Collection<? extends Change> changes, Class<C> family, Function<C, String> id) {
        return changes.stream()
                .filter(family::isInstance)
                .map(family::cast)
                .map(id)
                .collect(Collectors.toSet());
    }

    @SafeVarargs
    private static Set<String> together(Set<String>... several) {
        Set<String> together = new HashSet<>();
        for (Set<String> one : several) {
            together.addAll(one);
        }
        return together;
    }

    /** Those rules that are gone and that the caller could read before. */
    private Mono<Set<String>> goneRules(Collection<? extends Change> changes) {
        return Flux.fromStream(changes.stream().filter(RuleDeleted.class::isInstance))
                .cast(RuleDeleted.class)
                .flatMap(
                        deleted -> visible.rights()
                                .filterWhen(rights -> couldRead(rights, deleted))
                                .map(_ -> deleted.ruleId()),
                        ASKED_AT_ONCE)
                .collect(Collectors.toSet());
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

    /** What others' entries say by now: what was public when it was said may be private. */
    private static Mono<Map<String, CalendarEntryPublished>> entries(
            Collection<? extends Change> changes, Viewer viewer, Generation views) {
        return Flux.fromStream(changes.stream()
                        .filter(change -> change instanceof CalendarEntryPublished said
                                && !said.ownerId().equals(viewer.subject()))
                        .map(Change::subject)
                        .distinct())
                .flatMap(id -> ProvidedEntryReads.of(views).said(id).map(now -> Map.entry(id, now)), ASKED_AT_ONCE)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private record Known(
            Viewer viewer, About about, Rights rights, Set<String> goneRules, Map<String, CalendarEntryPublished> now) {

        static Known nothing(Viewer viewer) {
            return new Known(viewer, About.NOTHING, Rights.withoutCalendars(viewer), Set.of(), Map.of());
        }

        /** What somebody is told is for them alone, whoever else may see everything. */
        boolean mayHear(Change change) {
            return switch (change) {
                case NotificationChange told -> viewer.subject().equals(told.recipientId());
                // Managers see what is on calendars, and not what somebody wants to be told of.
                case SubscriptionChange own ->
                    viewer.auditsEverything() || viewer.subject().equals(own.ownerId());
                default -> viewer.seesEverything() || mayRead(change);
            };
        }

        private boolean mayRead(Change change) {
            return switch (change) {
                case CalendarChange c -> about.calendars().contains(c.calendarId());
                case ScheduleChange c -> about.events().contains(c.scheduleId());
                case OccurrenceChange c -> isVisible(c.seriesId());
                case RuleDeleted c -> goneRules.contains(c.ruleId());
                case RuleChange c -> about.rules().containsKey(c.ruleId());
                case RunReport c -> about.rules().containsKey(c.subject());
                case ConflictChange c ->
                    about.conflicts().containsKey(c.conflictId())
                            && series(about.conflicts().get(c.conflictId())).allMatch(this::isVisible);
                case FeedChange c -> about.entries().contains(c.subject());
                case ChangeRequestChange c -> about.changeRequests().contains(c.changeRequestId());
                default -> true;
            };
        }

        /** An event, or a rule. */
        private boolean isVisible(String seriesId) {
            return about.events().contains(seriesId) || about.rules().containsKey(seriesId);
        }

        boolean isWhole(Change change) {
            return switch (change) {
                case RuleChange c -> mayEdit(c.ruleId());
                case OccurrenceChange c -> mayEdit(c.seriesId());
                case RunReport c -> mayEdit(c.subject());
                case CalendarEntryPublished c -> tells(c);
                // It may have been private, and who owned it is not said any more.
                case CalendarEntryWithdrawn _ -> false;
                default -> true;
            };
        }

        private boolean tells(CalendarEntryPublished said) {
            CalendarEntryPublished last = now.get(said.subject());
            return said.ownerId().equals(viewer.subject())
                    || (last != null && said.tells(viewer.subject()) && last.tells(viewer.subject()));
        }

        private boolean mayEdit(String ruleId) {
            RuleView rule = about.rules().get(ruleId);
            return rights.all() || (rule != null && rights.mayEdit(rule));
        }
    }
}
