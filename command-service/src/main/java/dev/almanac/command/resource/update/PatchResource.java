package dev.almanac.command.resource.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.http.Patches;
import dev.almanac.command.resource.request.ResourceRequest;
import dev.almanac.events.resource.ResourceProfile;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tools.jackson.databind.JsonNode;

/** Changes some of what a resource says of itself; the rest stays as it is when the command is decided. */
public record PatchResource(@TargetAggregateIdentifier String resourceId, JsonNode patch, Request request)
        implements Command {

    /** The replacement that it amounts to. */
    public UpdateResource onto(ResourceProfile known, Patches patches) {
        ResourceRequest merged = patches.applied(patch, ResourceRequest.of(known), ResourceRequest.class, Set.of());
        return new UpdateResource(resourceId, merged.profile(), request);
    }
}
