package dev.almanac.command.resource.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.rejection.Outcome;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.resource.model.ResourceState;
import dev.almanac.events.resource.ResourceChange;
import dev.almanac.events.resource.ResourceChange.ResourceUpdated;
import dev.almanac.events.resource.ResourceProfile;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

public record UpdateResource(@TargetAggregateIdentifier String resourceId, ResourceProfile profile, Request request)
        implements Command {

    public static Outcome<ResourceChange> decide(UpdateResource command, ResourceState state) {
        return switch (state) {
            case ResourceState.Absent _ -> Outcome.refused(new SubjectDoesNotExist("Resource", command.resourceId()));
            case ResourceState.Registered(var profile, var _)
            when profile.equals(command.profile()) -> Outcome.unchanged();
            case ResourceState.Registered _ ->
                Outcome.accepted(new ResourceUpdated(command.resourceId(), command.profile()));
        };
    }
}
