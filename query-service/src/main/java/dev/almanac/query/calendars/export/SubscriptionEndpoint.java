package dev.almanac.query.calendars.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.web.Rejected;
import dev.almanac.web.Sha256;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A calendar for programs that come again and again. */
@RestController
@Tag(name = "Exports")
class SubscriptionEndpoint {
    private static final String ICS = "text/calendar";
    /** What is over for longer is not in the feed. */
    private static final Duration PAST = Duration.ofDays(92);

    private static final int ETAG_BYTES = 12;
    private static final int EVENTS_MAX = 10_000;
    private final VisibleViews visible;
    private final Clock clock;

    SubscriptionEndpoint(VisibleViews visible, Clock clock) {
        this.visible = visible;
        this.clock = clock;
    }

    @GetMapping(
            path = "/api/v1/calendars/{calendarId}/feed.ics",
            produces = {ICS, MediaType.APPLICATION_JSON_VALUE})
    @SecurityRequirements
    @ApiResponse(
            responseCode = "200",
            description = "An iCalendar file (RFC 5545, RFC 7986)",
            content = @Content(mediaType = ICS, schema = @Schema(type = "string")))
    @Operation(
            operationId = "getFeed",
            summary = "A calendar to subscribe to: what is to come, and what was in the last three months",
            description =
                    "By a feed token, or by a bearer token as everything else. 10,000 events at most, the earliest first.")
    Mono<ResponseEntity<byte[]>> feed(
            @PathVariable String calendarId,
            @RequestParam(required = false) @Nullable String token,
            ServerWebExchange exchange) {
        return CalendarReads.of(visible.active())
                .byId(calendarId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("calendar", calendarId)))
                .flatMap(this::file)
                .map(file -> answer(file, exchange));
    }

    private Mono<byte[]> file(CalendarView calendar) {
        return ScheduleReads.of(visible.active())
                .onCalendar(calendar.id(), clock.instant().minus(PAST), EVENTS_MAX)
                .collectList()
                .publishOn(Schedulers.boundedElastic())
                .map(schedules -> IcsCalendar.subscribed(calendar, schedules).getBytes(UTF_8));
    }

    private static ResponseEntity<byte[]> answer(byte[] file, ServerWebExchange exchange) {
        String etag = "\"" + Sha256.hex(file, ETAG_BYTES) + "\"";
        if (exchange.checkNotModified(etag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(etag).build();
        }
        return ResponseEntity.ok()
                .contentType(ExportFormat.ICS.mediaType())
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag(etag)
                .body(file);
    }
}
