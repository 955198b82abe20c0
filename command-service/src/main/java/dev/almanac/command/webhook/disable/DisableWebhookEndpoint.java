package dev.almanac.command.webhook.disable;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.events.subscription.WebhookDisabledReason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Webhooks")
@RequestMapping("/api/v1/webhooks/{webhookId}")
class DisableWebhookEndpoint {

    @Operation(operationId = "disableWebhook", summary = "Sends nothing to a webhook until it is enabled")
    @Slice(role = Role.CUSTOMER)
    @PostMapping("/disable")
    Write<WriteAnswer> disable(@PathVariable String webhookId, Request request) {
        return Write.changing(webhookId, new DisableWebhook(webhookId, WebhookDisabledReason.BY_OWNER, request));
    }

    @Operation(
            operationId = "enableWebhook",
            summary = "Sends changes to a webhook again, also to one that was disabled as it did not answer")
    @Slice(role = Role.CUSTOMER)
    @PostMapping("/enable")
    Write<WriteAnswer> enable(@PathVariable String webhookId, Request request) {
        return Write.changing(webhookId, new EnableWebhook(webhookId, request));
    }
}
