package dev.almanac.command.ics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Calendars")
class ImportEndpoint {
    private static final int BYTES_MAX = 16 * 1024 * 1024;
    private final Commands commands;
    private final IcsImport imports;

    ImportEndpoint(Commands commands, IcsImport imports) {
        this.commands = commands;
        this.imports = imports;
    }

    /** Keeps what is valid in an iCalendar file and names the rest; the same file may be sent again. */
    @Operation(operationId = "importCalendarFile", summary = "Books what an iCalendar file (RFC 5545) holds")
    @PostMapping(path = "/api/v1/calendars/{calendarId}/import", consumes = "text/calendar")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
    Mono<ResponseEntity<IcsAnswer>> importFile(
            @PathVariable String calendarId,
            @io.swagger.v3.oas.annotations.Parameter(hidden = true) ServerHttpRequest body,
            Request request) {
        Commands.allow(request.caller(), Role.STAFF);
        return DataBufferUtils.join(body.getBody(), BYTES_MAX)
                .map(ImportEndpoint::text)
                .defaultIfEmpty("")
                .flatMap(text -> commands.once(request, () -> imported(calendarId, text, request.unkeyed())));
    }

    private Mono<ResponseEntity<IcsAnswer>> imported(String calendarId, String text, Request request) {
        return commands.onVirtualThread(() -> imports.into(calendarId, text, request))
                .map(imported -> ResponseEntity.ok()
                        .header("Change-Position", Long.toString(imported.position()))
                        .body(imported.answer()));
    }

    /** iCalendar is UTF-8 (RFC 5545 3.1.4); what is not is read as the Latin-1 that old producers write. */
    private static String text(DataBuffer joined) {
        byte[] bytes = new byte[joined.readableByteCount()];
        joined.read(bytes);
        DataBufferUtils.release(joined);
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, ISO_8859_1);
        }
    }
}
