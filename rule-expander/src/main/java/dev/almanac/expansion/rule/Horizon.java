package dev.almanac.expansion.rule;

import static dev.almanac.expansion.rule.Definition.later;

import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.RuleDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells what lies ahead: one record for each rule and local day of its zone. */
final class Horizon {
    /** What a gap moves out of its nominal day is not further away. */
    private static final Duration DAY = Duration.ofDays(1);

    private Horizon() {}

    /** Publishes the days that have come into sight; of those that are over, only outcomes. */
    static Step extend(Instant now, RuleState state) {
        LocalDate published = state.book().materialisedThrough();
        LocalDate through = through(now, state.definition());
        if (!state.definition().active() || !through.isAfter(published)) {
            return Step.of(state);
        }
        LocalDate first =
                latest(published.plusDays(1), latest(today(state.definition().since(), state), today(now, state)));
        List<OccurrenceChange> days = new ArrayList<>();
        days(state, first, through).forEach((day, slots) -> days.add(materialised(state.definition(), day, slots)));
        return new Step(state.with(state.book().materialisedThrough(through)), days);
    }

    /** Tells what a change of the rule makes different from now on. */
    static Step difference(RuleState before, RuleState after, Instant now) {
        LocalDate first = latest(today(after.book().watermark(), after), today(now, after))
                .minusDays(1);
        LocalDate through = through(now, after.definition());
        var was = withMoved(before, days(before, first, before.book().materialisedThrough()));
        var is = withMoved(after, days(after, first, through));
        SortedSet<LocalDate> all = new TreeSet<>(was.keySet());
        all.addAll(is.keySet());
        List<OccurrenceChange> changes = new ArrayList<>();
        for (LocalDate day : all) {
            changes.addAll(difference(
                    materialised(before.definition(), day, was.getOrDefault(day, List.of())),
                    materialised(after.definition(), day, is.getOrDefault(day, List.of()))));
        }
        return new Step(after.with(after.book().materialisedThrough(through)), changes);
    }

    /** Tells once more what lies ahead, where it is now. */
    static Step republished(Instant now, RuleState state) {
        LocalDate first = latest(today(state.book().watermark(), state), today(now, state))
                .minusDays(1);
        List<OccurrenceChange> days = new ArrayList<>();
        withMoved(state, days(state, first, state.book().materialisedThrough()))
                .forEach((day, slots) -> days.add(materialised(state.definition(), day, slots)));
        return new Step(state, days);
    }

    /** When another day comes into sight. */
    static Instant nextDay(RuleState state) {
        return state.book()
                .materialisedThrough()
                .minusDays(days(state.definition()) - 1L)
                .atStartOfDay(state.definition().profile().zone())
                .toInstant();
    }

    private static LocalDate through(Instant now, Definition definition) {
        return RuleDays.last(definition.profile(), days(definition), now);
    }

    private static int days(Definition definition) {
        return definition.horizonDays();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate today(Instant instant, RuleState state) {
        return LocalDate.ofInstant(instant, state.definition().profile().zone());
    }

    /** What is left of these days, from the watermark on. */
    private static SortedMap<LocalDate, List<MaterialisedOccurrence>> days(
            RuleState state, LocalDate first, LocalDate last) {
        ZoneId zone = state.definition().profile().zone();
        Instant from = later(
                first.atStartOfDay(zone).toInstant().minus(DAY), state.book().watermark());
        Instant until = last.plusDays(1).atStartOfDay(zone).toInstant().plus(DAY);
        int limit = (int) (ChronoUnit.DAYS.between(first, last) + 3) * RuleDays.RUNS_PER_DAY_MAX;
        return !from.isBefore(until)
                ? new TreeMap<>()
                : inDays(
                        state.definition(),
                        state.definition()
                                .occurrences(from, until, limit)
                                .filter(planned -> isOn(planned, first, last)));
    }

    /** A run that was moved may belong to a day that is over, or to one that has not come into sight. */
    private static SortedMap<LocalDate, List<MaterialisedOccurrence>> withMoved(
            RuleState state, SortedMap<LocalDate, List<MaterialisedOccurrence>> days) {
        Stream<Planned> others = state.definition()
                .movedAhead(state.book().watermark())
                .filter(planned -> !ids(days.getOrDefault(planned.nominal().toLocalDate(), List.of()))
                        .contains(planned.occurrenceId()));
        inDays(state.definition(), others)
                .forEach((day, slots) -> days.merge(
                        day,
                        slots,
                        (some, more) ->
                                Stream.concat(some.stream(), more.stream()).toList()));
        return days;
    }

    private static boolean isOn(Planned planned, LocalDate first, LocalDate last) {
        LocalDate day = planned.nominal().toLocalDate();
        return !day.isBefore(first) && !day.isAfter(last);
    }

    private static SortedMap<LocalDate, List<MaterialisedOccurrence>> inDays(
            Definition definition, Stream<Planned> planned) {
        return RuleDays.of(definition.profile(), planned.map(run -> run.moved(definition.isMoved(run))));
    }

    private static OccurrencesMaterialised materialised(
            Definition definition, LocalDate day, List<MaterialisedOccurrence> slots) {
        return RuleDays.day(definition.ruleId(), definition.version(), definition.profile(), day, slots);
    }

    /** What takes place no more, or claims its slot no more, is withdrawn; a day that is another is published again. */
    private static List<OccurrenceChange> difference(OccurrencesMaterialised was, OccurrencesMaterialised is) {
        Set<String> left = ids(is.occurrences());
        Set<String> freed = ids(was.claiming());
        freed.removeAll(ids(is.claiming()));
        List<String> gone = ids(was.occurrences()).stream()
                .filter(id -> !left.contains(id) || freed.contains(id))
                .toList();
        List<OccurrenceChange> changes = new ArrayList<>();
        if (!gone.isEmpty()) {
            changes.add(new OccurrencesWithdrawn(is.seriesId(), is.kind(), is.seriesVersion(), is.day(), gone));
        }
        if (!left.isEmpty()
                && !(is.occurrences().equals(was.occurrences())
                        && is.calendarId().equals(was.calendarId()))) {
            changes.add(is);
        }
        return changes;
    }

    private static Set<String> ids(List<MaterialisedOccurrence> occurrences) {
        return occurrences.stream()
                .map(MaterialisedOccurrence::occurrenceId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
