package dev.almanac.command.conflict.detect;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.conflict.views.QueryService;
import dev.almanac.command.http.Slice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Conflicts")
class DetectConflictsEndpoint {
    private final QueryService queryService;

    DetectConflictsEndpoint(QueryService queryService) {
        this.queryService = queryService;
    }

    /**
     * A range, and perhaps one calendar or one resource.
     *
     * @param from RFC 3339, or a local date-time of {@code timeZone}, as {@code till}; now where it is absent
     * @param till RFC 3339, 366 days later at most; 90 days later where it is absent
     */
    record DetectRequest(
            @Nullable String calendarId,
            @Nullable String resourceId,
            @Nullable String from,
            @Nullable String till,
            @Nullable String timeZone) {
        private static final DetectRequest EVERYTHING = new DetectRequest(null, null, null, null, null);
    }

    /**
     * Looks again at what is booked on a calendar, a resource or everywhere, and compares the conflicts with those that were
     * told. The query-service answers.
     */
    @Operation(
            operationId = "detectConflicts",
            summary = "Looks again whether the conflicts that are known are all there are")
    @Slice(role = Role.STAFF)
    @PostMapping("/api/v1/schedules/conflicts/detect")
    Mono<ResponseEntity<byte[]>> detect(
            @RequestBody(required = false) @Nullable DetectRequest range,
            Request request,
            @Parameter(hidden = true) @RequestHeader(HttpHeaders.AUTHORIZATION) String authorization) {
        return queryService
                .detect(Objects.requireNonNullElse(range, DetectRequest.EVERYTHING), authorization)
                .map(answer -> ResponseEntity.status(answer.getStatusCode())
                        .contentType(contentType(answer))
                        .body(answer.getBody()));
    }

    private static MediaType contentType(ResponseEntity<byte[]> answer) {
        MediaType type = answer.getHeaders().getContentType();
        return type == null ? MediaType.APPLICATION_JSON : type;
    }
}
