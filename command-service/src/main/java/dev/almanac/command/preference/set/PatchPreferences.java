package dev.almanac.command.preference.set;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.http.Patches;
import dev.almanac.command.preference.request.PreferencesRequest;
import dev.almanac.events.subscription.NotificationPreferences;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tools.jackson.databind.JsonNode;

/** Changes some of what its caller wants to be told of; the rest stays as it is when the command is decided. */
public record PatchPreferences(@TargetAggregateIdentifier String preferenceId, JsonNode patch, Request request)
        implements Command {

    /** The replacement that it amounts to. */
    public SetPreferences onto(NotificationPreferences known, Patches patches) {
        PreferencesRequest merged =
                patches.applied(patch, PreferencesRequest.of(known), PreferencesRequest.class, Set.of("digest"));
        return new SetPreferences(preferenceId, merged.wanted(), request);
    }

    /** An address of a chat may be in it. */
    @Override
    public String toString() {
        return "PatchPreferences[" + preferenceId + "]";
    }
}
