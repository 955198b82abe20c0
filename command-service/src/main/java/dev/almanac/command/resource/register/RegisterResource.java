package dev.almanac.command.resource.register;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.resource.model.ResourceState;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record RegisterResource(@TargetAggregateIdentifier String resourceId, ResourceProfile profile, Request request)
        implements Command {

    public static Outcome<ResourceChange> decide(RegisterResource command, ResourceState state) {
        return switch (state) {
            case ResourceState.Absent _ ->
                Outcome.accepted(new ResourceRegistered(command.resourceId(), command.profile()));
            case ResourceState.Registered _ -> Outcome.unchanged();
        };
    }
}
