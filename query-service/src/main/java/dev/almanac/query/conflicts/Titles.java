package dev.almanac.query.conflicts;

import dev.almanac.events.OccurrenceId;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.events.OccurrenceException;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.resources.ResourceReads;
import dev.almanac.query.resources.ResourceView;
import dev.almanac.query.resources.UnavailablePeriod;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.store.Generation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What the parties of a conflict are called. */
record Titles(Generation views) {

    Mono<String> claimant(String id, ConflictView conflict) {
        return ScheduleReads.of(views)
                .byId(OccurrenceId.seriesOf(id))
                .map(schedule -> title(schedule, id))
                .switchIfEmpty(Mono.defer(() -> rule(OccurrenceId.seriesOf(id))))
                .switchIfEmpty(Mono.defer(() -> unavailability(id, conflict.resourceId())))
                .defaultIfEmpty(id);
    }

    private Mono<String> rule(String id) {
        return RuleReads.of(views).byId(id).map(rule -> rule.profile().name());
    }

    Mono<String> lane(ConflictView conflict) {
        String calendarId = conflict.calendarId();
        String resourceId = conflict.resourceId();
        Mono<String> calendar = calendarId == null
                ? Mono.empty()
                : CalendarReads.of(views)
                        .byId(calendarId)
                        .map(view -> "the calendar " + view.profile().name());
        Mono<String> resource = resourceId == null
                ? Mono.empty()
                : ResourceReads.of(views)
                        .byId(resourceId)
                        .map(view -> view.profile().name());
        return resource.switchIfEmpty(calendar).defaultIfEmpty("the same place");
    }

    private Mono<String> unavailability(String id, @Nullable String resourceId) {
        return resourceId == null
                ? Mono.empty()
                : ResourceReads.of(views).byId(resourceId).flatMap(resource -> Mono.justOrEmpty(reason(resource, id)));
    }

    private static Optional<String> reason(ResourceView resource, String id) {
        return resource.unavailable().stream()
                .filter(period -> period.resourceAvailabilityId().equals(id))
                .findFirst()
                .map(UnavailablePeriod::reason)
                .map(reason -> "unavailable: " + reason);
    }

    private static String title(ScheduleView schedule, String id) {
        return schedule.exceptionOf(id)
                .map(OccurrenceException::details)
                .orElse(schedule.details())
                .title();
    }
}
