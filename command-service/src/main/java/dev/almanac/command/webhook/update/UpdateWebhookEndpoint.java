package dev.almanac.command.webhook.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Patches;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.webhook.request.WebhookRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Webhooks")
class UpdateWebhookEndpoint {
    private static final String PATH = "/api/v1/webhooks/{webhookId}";
    private final boolean allowHttp;

    UpdateWebhookEndpoint(@Value("${almanac.webhooks.allow-http}") boolean allowHttp) {
        this.allowHttp = allowHttp;
    }

    /** JSON merge patch (RFC 7396): what the patch names changes, null takes an optional field away. */
    @Operation(operationId = "patchWebhook", summary = "Changes what the body names of what is sent where (RFC 7396)")
    @Slice(role = Role.CUSTOMER)
    @PatchMapping(
            path = PATH,
            consumes = {Patches.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Write<WriteAnswer> patch(
            @PathVariable String webhookId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = WebhookRequest.class)))
                    @RequestBody
                    JsonNode body,
            Request request) {
        return Write.changing(webhookId, new PatchWebhook(webhookId, Patches.checked(body), allowHttp, request));
    }

    @Operation(
            operationId = "updateWebhook",
            summary = "Replaces what is sent where; its owner may, and admins; the secret stays")
    @Slice(role = Role.CUSTOMER)
    @PutMapping(PATH)
    Write<WriteAnswer> update(@PathVariable String webhookId, @RequestBody WebhookRequest body, Request request) {
        return Write.changing(webhookId, new UpdateWebhook(webhookId, body.profile(allowHttp), request));
    }
}
