package dev.almanac.query.calendars.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.http.Span;
import dev.almanac.query.http.ViewType;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.web.Fields;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@Tag(name = "Exports")
@RequestMapping("/api/v1/calendars/{calendarId}/export")
class ExportEndpoint {
    /** Problems are JSON. */
    private static final String ICS_TYPE = "text/calendar";

    private static final String ICS = "ICS";
    private static final MediaType CALENDAR = new MediaType("text", "calendar", UTF_8);
    private final VisibleViews visible;
    private final Slots slots;
    private final Clock clock;

    ExportEndpoint(VisibleViews visible, Slots slots, Clock clock) {
        this.visible = visible;
        this.slots = slots;
        this.clock = clock;
    }

    /**
     * @param format ICS
     * @param date a day of the period; today in the calendar's zone unless given
     */
    @Schema(name = "ExportRequest")
    record Body(@Nullable String format, @Nullable LocalDate date) {}

    @PostMapping(
            path = "/daily",
            produces = {ICS_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @ApiResponse(
            responseCode = "200",
            description = "An iCalendar file (RFC 5545)",
            content = @Content(mediaType = ICS_TYPE, schema = @Schema(type = "string")))
    @Operation(
            operationId = "exportDay",
            summary = "A file of the events of a day; a series with an occurrence in it is written whole")
    Mono<ResponseEntity<byte[]>> daily(@PathVariable String calendarId, @RequestBody Body body) {
        return export(calendarId, ViewType.DAILY, body);
    }

    @PostMapping(
            path = "/weekly",
            produces = {ICS_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @ApiResponse(
            responseCode = "200",
            description = "An iCalendar file (RFC 5545)",
            content = @Content(mediaType = ICS_TYPE, schema = @Schema(type = "string")))
    @Operation(
            operationId = "exportWeek",
            summary = "A file of the events of the week of a date, from Monday (SCH-041)")
    Mono<ResponseEntity<byte[]>> weekly(@PathVariable String calendarId, @RequestBody Body body) {
        return export(calendarId, ViewType.WEEKLY, body);
    }

    @PostMapping(
            path = "/monthly",
            produces = {ICS_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @ApiResponse(
            responseCode = "200",
            description = "An iCalendar file (RFC 5545)",
            content = @Content(mediaType = ICS_TYPE, schema = @Schema(type = "string")))
    @Operation(operationId = "exportMonth", summary = "A file of the events of the month of a date (SCH-042)")
    Mono<ResponseEntity<byte[]>> monthly(@PathVariable String calendarId, @RequestBody Body body) {
        return export(calendarId, ViewType.MONTHLY, body);
    }

    private Mono<ResponseEntity<byte[]>> export(String calendarId, ViewType period, Body body) {
        if (!ICS.equals(body.format())) {
            Fields fields = new Fields();
            fields.error("format", "must be " + ICS);
            return Mono.error(fields.invalid());
        }
        return CalendarReads.of(visible.active())
                .byId(calendarId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("calendar", calendarId)))
                .flatMap(calendar -> file(calendar, period, body.date()));
    }

    private Mono<ResponseEntity<byte[]>> file(CalendarView calendar, ViewType period, @Nullable LocalDate date) {
        ZoneId zone = KnownZone.orUtc(calendar.profile().timeZone());
        LocalDate day = Objects.requireNonNullElseGet(date, () -> LocalDate.now(clock.withZone(zone)));
        return slots.in(
                        List.of(Lanes.ofCalendar(calendar.id())),
                        Span.of(period, day).whole(zone),
                        zone)
                .map(ExportEndpoint::schedules)
                .flatMap(ids -> ScheduleReads.of(visible.active()).byIds(ids).collectList())
                .publishOn(Schedulers.boundedElastic())
                .map(schedules -> answer(IcsCalendar.of(calendar, schedules), calendar.id(), period, day));
    }

    private static Set<String> schedules(List<EventItem> items) {
        return items.stream().map(EventItem::scheduleId).collect(Collectors.toSet());
    }

    private static ResponseEntity<byte[]> answer(String ics, String calendarId, ViewType period, LocalDate day) {
        String name = "%s-%s-%s.ics".formatted(calendarId, period.name().toLowerCase(java.util.Locale.ROOT), day);
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, UTF_8)
                                .build()
                                .toString())
                .body(ics.getBytes(UTF_8));
    }
}
