package dev.almanac.command.webhook.subscribe;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.webhook.request.WebhookRequest;
import dev.almanac.command.webhook.request.WebhookSecret;
import dev.almanac.events.subscription.WebhookProfile;
import dev.almanac.web.Sealer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Webhooks")
class SubscribeWebhookEndpoint {
    private final Sealer sealer;
    private final boolean allowHttp;

    SubscribeWebhookEndpoint(Sealer sealer, @Value("${almanac.webhooks.allow-http}") boolean allowHttp) {
        this.sealer = sealer;
        this.allowHttp = allowHttp;
    }

    @Operation(
            operationId = "subscribeWebhook",
            summary = "Has changes sent to an address, signed with a secret that is answered once",
            description =
                    "As far as the caller may read them, and 20 for each user at most. The secret is whsec_ and 32 bytes in"
                            + " base64, as Standard Webhooks has it; a repeat under the same Idempotency-Key is answered without it:"
                            + " whoever lost it asks for another (rotate-secret).")
    @ApiResponse(responseCode = "201", description = "Created, at Location", useReturnTypeSchema = true)
    @Slice(role = Role.CUSTOMER)
    @PostMapping("/api/v1/webhooks")
    Write<SubscribedAnswer> subscribe(@RequestBody WebhookRequest body, Request request) {
        WebhookProfile profile = body.profile(allowHttp);
        String id = UUID.randomUUID().toString();
        String secret = WebhookSecret.random();
        SubscribeWebhook command = new SubscribeWebhook(id, profile, sealer.seal(secret, id), request);
        return Write.creating("/webhooks", id, command, (written, _) -> new SubscribedAnswer(written, secret));
    }
}
