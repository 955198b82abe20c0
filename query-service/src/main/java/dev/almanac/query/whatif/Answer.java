package dev.almanac.query.whatif;

import dev.almanac.events.Change;
import dev.almanac.events.OccurrenceId;
import dev.almanac.events.calendar.CalendarChange.OverbookingAllowedByOverride;
import dev.almanac.events.calendar.CalendarChange.OverbookingWarningTriggered;
import dev.almanac.events.lane.Overlap;
import dev.almanac.events.lane.Pair;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.lanes.FoundConflict;
import dev.almanac.query.lanes.Parties;
import dev.almanac.query.store.Generation;
import dev.almanac.recurrence.KnownZone;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;

/** Puts what was found into the words of the API. */
record Answer(Rehearsal rehearsal, Bookings imagined, Difference difference, List<LaneComparison> outlooks) {

    Mono<WhatIf> whatIf(Generation views) {
        return Cancellable.compute(this::others).flatMap(others -> whatIf(views, others));
    }

    private Mono<WhatIf> whatIf(Generation views, Set<String> others) {
        return Parties.titles(views, others).flatMap(titles -> Cancellable.compute(() -> withTitles(titles)));
    }

    private Set<String> others() {
        Set<String> others = new HashSet<>();
        outlooks.stream()
                .flatMap(outlook ->
                        Stream.concat(outlook.detected().keySet().stream(), outlook.cleared().keySet().stream()))
                .forEach(pair -> {
                    others.add(OccurrenceId.seriesOf(pair.first()));
                    others.add(OccurrenceId.seriesOf(pair.second()));
                });
        return others;
    }

    private WhatIf withTitles(Map<String, String> known) {
        Map<String, String> titles = new HashMap<>(known);
        imagined.schedules()
                .after()
                .forEach((id, schedule) -> titles.put(id, schedule.details().title()));
        imagined.rules()
                .after()
                .forEach((id, rule) -> titles.put(id, rule.profile().name()));
        return new WhatIf(
                rehearsal.answers().stream()
                        .map(answer -> new WhatIf.Result(answer.status(), answer.body()))
                        .toList(),
                conflicts(LaneComparison::detected, difference.after(), titles),
                conflicts(LaneComparison::cleared, difference.before(), titles),
                rehearsal.changes().stream().flatMap(Answer::overbooking).toList(),
                outlooks.stream().flatMap(this::density).toList());
    }

    private List<FoundConflict> conflicts(
            Function<LaneComparison, Map<Pair, Overlap>> which, World world, Map<String, String> titles) {
        return outlooks.stream()
                .flatMap(outlook -> which.apply(outlook).entrySet().stream()
                        .map(found -> FoundConflict.of(
                                outlook.lane(),
                                Objects.requireNonNull(world.profile(outlook.lane())),
                                found.getKey(),
                                found.getValue(),
                                titles)))
                .sorted(Comparator.comparing(FoundConflict::overlapStart).thenComparing(FoundConflict::id))
                .toList();
    }

    private static Stream<WhatIf.Overbooking> overbooking(Change change) {
        return switch (change) {
            case OverbookingWarningTriggered c ->
                Stream.of(
                        new WhatIf.Overbooking(c.calendarId(), c.scheduledEventId(), WhatIf.Overbooking.Kind.WARNING));
            case OverbookingAllowedByOverride c ->
                Stream.of(new WhatIf.Overbooking(
                        c.calendarId(), c.scheduledEventId(), WhatIf.Overbooking.Kind.ALLOWED_BY_OVERRIDE));
            default -> Stream.empty();
        };
    }

    private Stream<WhatIf.Density> density(LaneComparison outlook) {
        CalendarView calendar =
                difference.after().calendars().get(String.valueOf(outlook.lane().calendarId()));
        return calendar == null
                ? Stream.empty()
                : outlook
                        .density(
                                calendar.id(),
                                KnownZone.orUtc(calendar.profile().timeZone()))
                        .stream();
    }
}
