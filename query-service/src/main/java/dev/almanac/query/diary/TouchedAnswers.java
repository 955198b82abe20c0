package dev.almanac.query.diary;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.almanac.events.Change;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.calendar.CalendarChange;
import dev.almanac.events.calendar.CalendarChange.CalendarCreated;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import dev.almanac.events.calendar.CalendarChange.CalendarShared;
import dev.almanac.events.calendar.CalendarChange.CalendarUnshared;
import dev.almanac.events.calendar.CalendarChange.CalendarUpdated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenCreated;
import dev.almanac.events.calendar.CalendarChange.FeedTokenRevoked;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.query.caching.Tags;
import dev.almanac.query.caching.Touches;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.store.Generations;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Which answers a change touches. Answers are tagged with the lanes that they were asked of and with the series and conflicts that
 * they contain, so that a change has to name only where something may appear that was not there before. A move does not say on which
 * lanes its event is: what was published before does, and else the views.
 */
@Component
class TouchedAnswers implements Touches {
    private static final int EVENTS_MAX = 100_000;

    private final Generations generations;
    private final Cache<String, Set<String>> lanes =
            Caffeine.newBuilder().maximumSize(EVENTS_MAX).build();

    TouchedAnswers(Generations generations) {
        this.generations = generations;
    }

    @Override
    public Mono<Set<String>> of(Change change) {
        return switch (change) {
            case EventScheduledOnCalendar c ->
                booked(c.scheduleId(), c.booking().calendarId(), c.details().resources());
            case EventUpdated c ->
                booked(c.scheduleId(), c.booking().calendarId(), c.details().resources());
            case EventRemovedFromCalendar c ->
                Mono.just(Set.of(Tags.ofSeries(c.scheduleId()), Lanes.ofCalendar(c.calendarId())));
            case EventRescheduled c -> known(c.scheduleId()).map(on -> with(Tags.ofSeries(c.scheduleId()), on));
            case ScheduleChange c -> Mono.just(Set.of(Tags.ofSeries(c.scheduleId())));
            case OccurrencesMaterialised c ->
                Mono.just(with(Tags.ofSeries(c.seriesId()), lanes(c.calendarId(), resources(c))));
            case OccurrenceChange c -> Mono.just(Set.of(Tags.ofSeries(c.seriesId())));
            case ScheduleConflictDetected c -> Mono.just(detected(c));
            case ConflictChange c -> Mono.just(Set.of(Tags.ofConflict(c.conflictId())));
            case ResourceChange c -> Mono.just(Set.of(Lanes.ofResource(c.resourceId())));
            case RuleChange c -> Mono.just(Set.of(Tags.ofSeries(c.ruleId()), Tags.RULES));
            case CalendarChange c -> Mono.just(ofCalendar(c));
            default -> Mono.just(Set.of());
        };
    }

    private Mono<Set<String>> booked(String scheduleId, String calendarId, List<ResourceClaim> resources) {
        Set<String> on = lanes(calendarId, resources);
        lanes.put(scheduleId, on);
        return Mono.just(with(Tags.ofSeries(scheduleId), on));
    }

    private Mono<Set<String>> known(String scheduleId) {
        return Mono.justOrEmpty(lanes.getIfPresent(scheduleId))
                .switchIfEmpty(Mono.defer(() -> ScheduleReads.of(generations.active())
                        .byId(scheduleId)
                        .map(TouchedAnswers::lanes)
                        .doOnNext(on -> lanes.put(scheduleId, on))));
    }

    private static Set<String> lanes(ScheduleView schedule) {
        return lanes(schedule.booking().calendarId(), schedule.details().resources());
    }

    /** Also the lane on which everything is: somebody may have asked for all calendars at once. */
    private static Set<String> lanes(String calendarId, Collection<ResourceClaim> resources) {
        return Stream.concat(
                        Stream.of(Lanes.ofEverything(), Lanes.ofCalendar(calendarId)),
                        resources.stream().map(ResourceClaim::resourceId).map(Lanes::ofResource))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<ResourceClaim> resources(OccurrencesMaterialised day) {
        return Stream.concat(
                        day.resources().stream(),
                        day.occurrences().stream()
                                .flatMap(occurrence -> occurrence.resourcesIn(day.resources()).stream()))
                .toList();
    }

    private static Set<String> detected(ScheduleConflictDetected c) {
        return with(
                Tags.ofConflict(c.conflictId()),
                Stream.of(c.scheduledEventId(), c.conflictingEventId())
                        .map(OccurrenceId::seriesOf)
                        .map(Tags::ofSeries)
                        .toList());
    }

    private static Set<String> ofCalendar(CalendarChange change) {
        return switch (change) {
            case CalendarCreated _, CalendarUpdated _, CalendarDeactivated _, CalendarShared _, CalendarUnshared _ ->
                Set.of(Tags.RIGHTS);
            case FeedTokenCreated _,
                    FeedTokenRevoked _,
                    OverbookingAllowedByOverride _,
                    OverbookingPreventedBySystem _,
                    OverbookingWarningTriggered _ -> Set.of();
        };
    }

    private static Set<String> with(String tag, Collection<String> tags) {
        return Stream.concat(Stream.of(tag), tags.stream()).collect(Collectors.toUnmodifiableSet());
    }
}
