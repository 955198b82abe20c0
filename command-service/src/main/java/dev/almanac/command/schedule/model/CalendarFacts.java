package dev.almanac.command.schedule.model;

import dev.almanac.command.ledger.Lane;
import dev.almanac.command.rejection.CalendarIsUnknownOrInactive;
import dev.almanac.command.rejection.Rejection;
import java.util.List;
import java.util.Optional;

/** What a decision has to know of the world outside its own aggregate. */
public record CalendarFacts(Optional<Lane> lane, List<String> unknownResources) {

    public CalendarFacts {
        unknownResources = List.copyOf(unknownResources);
    }

    public Optional<Rejection> refusal() {
        if (lane.filter(Lane::active).isEmpty()) {
            return Optional.of(new CalendarIsUnknownOrInactive());
        }
        return unknownResources.stream().findFirst().map(ResourceIsUnknown::new);
    }
}
