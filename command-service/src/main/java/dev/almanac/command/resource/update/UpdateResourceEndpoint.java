package dev.almanac.command.resource.update;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Patches;
import dev.almanac.command.http.Slice;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.resource.request.ResourceRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@Tag(name = "Resources")
class UpdateResourceEndpoint {
    /** JSON merge patch (RFC 7396): what the patch names changes, null takes an optional field away. */
    @Operation(operationId = "patchResource", summary = "Changes what the body names of a resource (RFC 7396)")
    @Slice(role = Role.MANAGER)
    @PatchMapping(
            path = "/api/v1/resources/{resourceId}",
            consumes = {Patches.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    Write<WriteAnswer> patch(
            @PathVariable String resourceId,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ResourceRequest.class)))
                    @RequestBody
                    JsonNode body,
            Request request) {
        return Write.changing(resourceId, new PatchResource(resourceId, Patches.checked(body), request));
    }

    @Operation(operationId = "updateResource", summary = "Replaces what a resource says of itself")
    @Slice(role = Role.MANAGER, rehearsable = true)
    @PutMapping("/api/v1/resources/{resourceId}")
    Write<WriteAnswer> update(@PathVariable String resourceId, @RequestBody ResourceRequest body, Request request) {
        return Write.changing(resourceId, new UpdateResource(resourceId, body.profile(), request));
    }
}
