package dev.almanac.query.calendars.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.query.access.Reader;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.caching.Answer;
import dev.almanac.query.caching.AnswerCache;
import dev.almanac.query.caching.AnswerCaches;
import dev.almanac.query.caching.CacheProperties;
import dev.almanac.query.caching.Tags;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.calendars.ics.IcsCalendar;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.store.Generation;
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
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
    private static final int KILOBYTE = 1024;
    private final VisibleViews visible;
    private final AnswerCache<Question, byte[]> cache;
    private final Clock clock;

    SubscriptionEndpoint(VisibleViews visible, AnswerCaches caches, CacheProperties properties, Clock clock) {
        this.visible = visible;
        this.cache = caches.of("subscriptions", properties.feedKilobytes(), SubscriptionEndpoint::weight);
        this.clock = clock;
    }

    /**
     * What a program asks for each time that it comes.
     *
     * @param since what was over before is not in the file: the same for a day, so that the file is
     */
    private record Question(Reader reader, String calendarId, Instant since) {}

    private static int weight(Answer<byte[]> answer) {
        return 1 + answer.value().length / KILOBYTE;
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
                .flatMap(calendar -> visible.reader().flatMap(reader -> file(calendar, reader)))
                .map(file -> answer(file, exchange));
    }

    private Mono<byte[]> file(CalendarView calendar, Reader reader) {
        Generation views = visible.active();
        Question question =
                new Question(reader, calendar.id(), clock.instant().minus(PAST).truncatedTo(ChronoUnit.DAYS));
        return cache.get(
                question,
                views,
                ScheduleReads.of(views)
                        .onCalendar(calendar.id(), question.since(), EVENTS_MAX)
                        .collectList()
                        .publishOn(Schedulers.boundedElastic())
                        .map(schedules -> written(calendar, schedules)));
    }

    /** The calendar's name is in it, too. */
    private static Answer<byte[]> written(CalendarView calendar, List<ScheduleView> schedules) {
        Set<String> tags = new HashSet<>(Set.of(Lanes.ofCalendar(calendar.id()), Tags.RIGHTS));
        schedules.forEach(schedule -> tags.add(Tags.ofSeries(schedule.id())));
        return new Answer<>(IcsCalendar.subscribed(calendar, schedules).getBytes(UTF_8), tags);
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
