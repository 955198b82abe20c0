package dev.almanac.command.preference.set;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Patches;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.preference.request.PreferencesRequest;
import dev.almanac.events.subscription.NotificationPreferences;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Notifications")
class PreferencesEndpoint {
    private static final String PATH = "/api/v1/notification-preferences";

    /** JSON merge patch (RFC 7396): what the patch names changes, null brings a default back. */
    @Operation(
            operationId = "patchNotificationPreferences",
            summary = "Changes what the body names of what one wants to be told of, and how (RFC 7396)")
    @Slice(role = Role.CUSTOMER)
    @PatchMapping(
            path = PATH,
            consumes = {Patches.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Write<WriteAnswer> patch(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = PreferencesRequest.class)))
                    @RequestBody
                    JsonNode body,
            Request request) {
        return Write.changing(id(request), new PatchPreferences(id(request), Patches.checked(body), request));
    }

    @Operation(
            operationId = "setNotificationPreferences",
            summary = "Replaces what one wants to be told of, and how",
            description =
                    "Each has preferences of their own. The address of a chat is a secret: it is kept sealed, answered"
                            + " masked, and stays as it is where it is sent as it was answered.")
    @Slice(role = Role.CUSTOMER)
    @PutMapping(PATH)
    Write<WriteAnswer> set(@RequestBody PreferencesRequest body, Request request) {
        return Write.changing(id(request), new SetPreferences(id(request), body.wanted(), request));
    }

    private static String id(Request request) {
        return NotificationPreferences.idOf(request.caller().subject());
    }
}
