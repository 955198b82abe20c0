package dev.almanac.command.webhook.rotate;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.webhook.request.WebhookSecret;
import dev.almanac.web.Sealer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Webhooks")
class RotateSecretEndpoint {
    private final Sealer sealer;

    RotateSecretEndpoint(Sealer sealer) {
        this.sealer = sealer;
    }

    @Operation(
            operationId = "rotateWebhookSecret",
            summary = "Signs with another secret, which is answered once, and for 24 hours with the one before, too")
    @Slice(role = Role.CUSTOMER)
    @PostMapping("/api/v1/webhooks/{webhookId}/rotate-secret")
    Write<RotatedAnswer> rotate(@PathVariable String webhookId, Request request) {
        String secret = WebhookSecret.random();
        RotateSecret command = new RotateSecret(webhookId, sealer.seal(secret, webhookId), request);
        return Write.changing(
                webhookId, command, (written, _) -> new RotatedAnswer(written, secret, command.previousValidUntil()));
    }
}
