package dev.almanac.command.ics;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Bodies;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.LargeBodies;
import dev.almanac.command.http.Slice;
import dev.almanac.web.ApiHeaders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@RestController
@Tag(name = "Calendars")
class ImportEndpoint {
    /** To read a file is work for the processor: done by few, and not on the threads on which commands wait. */
    private final Scheduler readers = Schedulers.newBoundedElastic(2, LargeBodies.IMPORTS_MAX, "imports", 60, true);

    private final Commands commands;
    private final IcsImport imports;

    ImportEndpoint(Commands commands, IcsImport imports) {
        this.commands = commands;
        this.imports = imports;
    }

    /** Keeps what is valid in an iCalendar file and names the rest; the same file may be sent again. */
    @Operation(operationId = "importCalendarFile", summary = "Books what an iCalendar file (RFC 5545) holds")
    @Slice(role = Role.STAFF, rate = "import")
    @PostMapping(path = "/api/v1/calendars/{calendarId}/import", consumes = "text/calendar")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(mediaType = "text/calendar", schema = @Schema(type = "string")))
    Mono<ResponseEntity<IcsAnswer>> importFile(
            @PathVariable String calendarId,
            @io.swagger.v3.oas.annotations.Parameter(hidden = true) ServerHttpRequest body,
            Request request) {
        return Bodies.read(body, LargeBodies.IMPORT_BYTES_MAX)
                .map(ImportEndpoint::text)
                .flatMap(text -> commands.once(request, () -> imported(calendarId, text, request.unkeyed())));
    }

    private Mono<ResponseEntity<IcsAnswer>> imported(String calendarId, String text, Request request) {
        return commands.aside(() -> imports.zoneOf(calendarId, request))
                .flatMap(zone -> Mono.fromCallable(() -> IcsImport.read(calendarId, zone, text))
                        .subscribeOn(readers))
                .flatMap(read -> commands.aside(() -> imports.book(read, request)))
                .map(imported -> ResponseEntity.ok()
                        .header(ApiHeaders.CHANGE_POSITION, Long.toString(imported.position()))
                        .body(imported.answer()));
    }

    /** iCalendar is UTF-8 (RFC 5545 3.1.4); what is not is read as the Latin-1 that old producers write. */
    private static String text(byte[] bytes) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, ISO_8859_1);
        }
    }
}
