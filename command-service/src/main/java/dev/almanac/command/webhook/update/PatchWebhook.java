package dev.almanac.command.webhook.update;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.http.Patches;
import dev.almanac.command.webhook.request.WebhookRequest;
import dev.almanac.events.subscription.WebhookProfile;
import java.util.Set;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import tools.jackson.databind.JsonNode;

/** Changes some of what is sent where; the rest stays as it is when the command is decided. */
public record PatchWebhook(
        @TargetAggregateIdentifier String webhookId, JsonNode patch, boolean alsoHttp, Request request)
        implements Command {

    /** The replacement that it amounts to. */
    public UpdateWebhook onto(WebhookProfile known, Patches patches) {
        WebhookRequest merged = patches.applied(patch, WebhookRequest.of(known), WebhookRequest.class, Set.of());
        return new UpdateWebhook(webhookId, merged.profile(alsoHttp), request);
    }
}
