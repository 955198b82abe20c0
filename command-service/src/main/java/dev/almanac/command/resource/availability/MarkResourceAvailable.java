package dev.almanac.command.resource.availability;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.EventEndsBeforeItStarts;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.resource.model.ResourceState;
import dev.almanac.command.resource.model.ResourceState.Registered;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedAvailable;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Ends whatever unavailable period lies inside the slot; nothing changes where the resource is available anyway. */
public record MarkResourceAvailable(
        @TargetAggregateIdentifier String resourceId,
        String resourceAvailabilityId,
        TimeSlot slot,
        @Nullable String reason,
        Request request)
        implements Command {

    public static Outcome<ResourceChange> decide(MarkResourceAvailable command, ResourceState state) {
        return switch (state) {
            case ResourceState.Absent _ -> Outcome.refused(new SubjectDoesNotExist("Resource", command.resourceId()));
            case Registered _
            when !command.slot().start().isBefore(command.slot().end()) ->
                Outcome.refused(new EventEndsBeforeItStarts());
            case Registered resource when isOutDuring(resource, command.slot()) -> Outcome.accepted(marked(command));
            case Registered _ -> Outcome.unchanged();
        };
    }

    private static boolean isOutDuring(Registered resource, TimeSlot slot) {
        return resource.periods().stream().anyMatch(period -> period.slot().overlaps(slot));
    }

    private static ResourceMarkedAvailable marked(MarkResourceAvailable command) {
        return new ResourceMarkedAvailable(
                command.resourceAvailabilityId(),
                command.resourceId(),
                command.slot().start(),
                command.slot().end(),
                command.reason(),
                command.request().caller().subject());
    }
}
