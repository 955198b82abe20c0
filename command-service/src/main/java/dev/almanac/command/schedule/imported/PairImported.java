package dev.almanac.command.schedule.imported;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.schedule.model.CompanionPairing;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.EventUpdated;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes an imported event the companion, or the primary, of those whose titles pair with its own. Nothing moves: a
 * companion's offset says where it is.
 */
public record PairImported(String scheduleId, String title, Request request) implements Command {

    /** Each of the companions goes with each of the primaries. */
    public record Pairs(Set<String> primaryIds, Set<String> companionIds) {
        public Pairs {
            primaryIds = Set.copyOf(primaryIds);
            companionIds = Set.copyOf(companionIds);
        }

        public boolean isEmpty() {
            return primaryIds.isEmpty() || companionIds.isEmpty();
        }
    }

    public static Outcome<ScheduleChange> decide(Pairs pairs, Map<String, ScheduledEvent> states) {
        List<Booked> companions = booked(pairs.companionIds(), states).toList();
        return Outcome.accepted(booked(pairs.primaryIds(), states)
                .flatMap(primary -> paired(primary, companions))
                .toList());
    }

    /** In the order of their ids, so that the same pairs are always recorded alike. */
    private static Stream<Booked> booked(Collection<String> ids, Map<String, ScheduledEvent> states) {
        return new TreeSet<>(ids)
                .stream().map(states::get).filter(Booked.class::isInstance).map(Booked.class::cast);
    }

    private static Stream<ScheduleChange> paired(Booked primary, List<Booked> companions) {
        Map<String, Companion> all = new LinkedHashMap<>();
        primary.details().companions().forEach(known -> all.put(known.scheduleId(), known));
        companions.stream()
                .map(companion -> new Companion(companion.scheduleId(), apart(primary, companion)))
                .filter(companion -> CompanionPairing.isNear(companion.offset()))
                .forEach(companion -> all.put(companion.scheduleId(), companion));
        EventDetails details = primary.details().with(List.copyOf(all.values()));
        return details.equals(primary.details())
                ? Stream.empty()
                : Stream.of(new EventUpdated(primary.scheduleId(), primary.booking(), details));
    }

    private static Duration apart(Booked primary, Booked companion) {
        return Duration.between(
                primary.booking().startDateTime(), companion.booking().startDateTime());
    }
}
