package dev.almanac.command.webhook.delete;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Webhooks")
class DeleteWebhookEndpoint {

    @Operation(operationId = "deleteWebhook", summary = "Sends nothing to a webhook any more; its history stays")
    @Slice(role = Role.CUSTOMER)
    @DeleteMapping("/api/v1/webhooks/{webhookId}")
    Write<WriteAnswer> delete(@PathVariable String webhookId, Request request) {
        return Write.changing(webhookId, new DeleteWebhook(webhookId, request));
    }
}
