package dev.almanac.command.resource.availability;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.EventEndsBeforeItStarts;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.resource.model.ResourceState;
import dev.almanac.command.resource.model.ResourceState.Registered;
import dev.almanac.command.resource.model.UnavailablePeriod;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

public record MarkResourceUnavailable(
        @TargetAggregateIdentifier String resourceId,
        String resourceAvailabilityId,
        TimeSlot slot,
        @Nullable String reason,
        Request request)
        implements Command {

    public static Outcome<ResourceChange> decide(MarkResourceUnavailable command, ResourceState state) {
        return switch (state) {
            case ResourceState.Absent _ -> Outcome.refused(new SubjectDoesNotExist("Resource", command.resourceId()));
            case Registered _
            when !command.slot().start().isBefore(command.slot().end()) ->
                Outcome.refused(new EventEndsBeforeItStarts());
            case Registered resource ->
                overlapping(resource, command.slot())
                        .map(period -> Outcome.<ResourceChange>refused(new UnavailablePeriodsOverlap(
                                period.slot().start(), period.slot().end())))
                        .orElseGet(() -> Outcome.accepted(marked(command)));
        };
    }

    private static Optional<UnavailablePeriod> overlapping(Registered resource, TimeSlot slot) {
        return resource.periods().stream()
                .filter(period -> period.slot().overlaps(slot))
                .findFirst();
    }

    private static ResourceMarkedUnavailable marked(MarkResourceUnavailable command) {
        return new ResourceMarkedUnavailable(
                command.resourceAvailabilityId(),
                command.resourceId(),
                command.slot().start(),
                command.slot().end(),
                command.reason(),
                command.request().caller().subject());
    }
}
