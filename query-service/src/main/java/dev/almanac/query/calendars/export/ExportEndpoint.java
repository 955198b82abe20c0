package dev.almanac.query.calendars.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.activity.Activity.DailyScheduleExported;
import dev.almanac.events.activity.Activity.Exported;
import dev.almanac.events.activity.Activity.MonthlyScheduleExported;
import dev.almanac.events.activity.Activity.WeeklyScheduleExported;
import dev.almanac.events.activity.FileFormat;
import dev.almanac.events.activity.ViewType;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.query.access.Caller;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.activity.Activities;
import dev.almanac.query.calendars.CalendarReads;
import dev.almanac.query.calendars.CalendarView;
import dev.almanac.query.calendars.ics.IcsCalendar;
import dev.almanac.query.conflicts.ConflictItem;
import dev.almanac.query.conflicts.ConflictView;
import dev.almanac.query.conflicts.HiddenParties;
import dev.almanac.query.conflicts.OpenConflicts;
import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.QueueRuns;
import dev.almanac.query.diary.Slots;
import dev.almanac.query.events.Lanes;
import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.http.Span;
import dev.almanac.recurrence.KnownZone;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Exports")
@RequestMapping("/api/v1/calendars/{calendarId}/export")
class ExportEndpoint {
    private static final String ICS = "text/calendar";
    private static final String PDF = MediaType.APPLICATION_PDF_VALUE;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int YEAR_MAX = 9998;

    /** More conflicts than this are not listed. */
    private static final int CONFLICTS_MAX = 10_000;

    private final VisibleViews visible;
    private final Slots slots;
    private final QueueRuns runs;
    private final HiddenParties secrets;
    private final PdfCalendar pdf;
    private final ExportStreams streams;
    private final Activities activities;
    private final Clock clock;

    ExportEndpoint(
            VisibleViews visible,
            Slots slots,
            QueueRuns runs,
            HiddenParties secrets,
            PdfCalendar pdf,
            ExportStreams streams,
            Activities activities,
            Clock clock) {
        this.visible = visible;
        this.slots = slots;
        this.runs = runs;
        this.secrets = secrets;
        this.pdf = pdf;
        this.streams = streams;
        this.activities = activities;
        this.clock = clock;
    }

    /**
     * @param format PDF, XLSX or ICS
     * @param date a day of the period; today in the calendar's zone unless given
     */
    @Schema(name = "ExportRequest")
    record Body(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"PDF", "XLSX", "ICS"})
            @Nullable
            String format,

            @Nullable LocalDate date) {}

    @PostMapping(
            path = "/daily",
            produces = {ICS, PDF, XLSX, MediaType.APPLICATION_JSON_VALUE})
    @ExportedFile
    @Operation(
            operationId = "exportDay",
            summary = "A file of the events of a day; in ICS a series with an occurrence in it is written whole")
    Mono<ResponseEntity<Flux<DataBuffer>>> daily(@PathVariable String calendarId, @RequestBody Body body) {
        return export(calendarId, ViewType.DAILY, body);
    }

    @PostMapping(
            path = "/weekly",
            produces = {ICS, PDF, XLSX, MediaType.APPLICATION_JSON_VALUE})
    @ExportedFile
    @Operation(
            operationId = "exportWeek",
            summary = "A file of the events of the week of a date, from Monday (SCH-041)")
    Mono<ResponseEntity<Flux<DataBuffer>>> weekly(@PathVariable String calendarId, @RequestBody Body body) {
        return export(calendarId, ViewType.WEEKLY, body);
    }

    @PostMapping(
            path = "/monthly",
            produces = {ICS, PDF, XLSX, MediaType.APPLICATION_JSON_VALUE})
    @ExportedFile
    @Operation(operationId = "exportMonth", summary = "A file of the events of the month of a date (SCH-042)")
    Mono<ResponseEntity<Flux<DataBuffer>>> monthly(@PathVariable String calendarId, @RequestBody Body body) {
        return export(calendarId, ViewType.MONTHLY, body);
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> export(String calendarId, ViewType type, Body body) {
        ExportFormat format = ExportFormat.checked(body.format());
        checkYear(body.date());
        return CalendarReads.of(visible.active())
                .byId(calendarId)
                .switchIfEmpty(Mono.error(() -> Rejected.nothing("calendar", calendarId)))
                .flatMap(calendar -> {
                    ZoneId zone = KnownZone.orUtc(calendar.profile().timeZone());
                    LocalDate day =
                            Objects.requireNonNullElseGet(body.date(), () -> LocalDate.now(clock.withZone(zone)));
                    String name = "%s-%s-%s.%s"
                            .formatted(calendarId, type.name().toLowerCase(Locale.ROOT), day, format.extension());
                    Span span = Span.of(type, day);
                    return content(calendar, format, type, span, zone)
                            .zipWith(Caller.current())
                            .doOnNext(known ->
                                    activities.happened(exported(calendarId, type, span, format, known.getT2())))
                            .map(known -> answer(format, name, streams.of(known.getT1())));
                });
    }

    private Exported exported(String calendarId, ViewType type, Span span, ExportFormat format, Caller caller) {
        LocalDate first = span.first();
        FileFormat file = format.published();
        Instant now = clock.instant();
        return switch (type) {
            case DAILY -> new DailyScheduleExported(calendarId, first, file, caller.subject(), now);
            case WEEKLY -> new WeeklyScheduleExported(calendarId, first, file, caller.subject(), now);
            case MONTHLY ->
                new MonthlyScheduleExported(
                        calendarId, first.getYear(), first.getMonthValue(), file, caller.subject(), now);
        };
    }

    private static void checkYear(@Nullable LocalDate date) {
        if (date != null && (date.getYear() < 1 || date.getYear() > YEAR_MAX)) {
            throw InvalidRequest.of("date", "must be from the year 1 to " + YEAR_MAX);
        }
    }

    private Mono<ExportStreams.Content> content(
            CalendarView calendar, ExportFormat format, ViewType type, Span span, ZoneId zone) {
        Mono<List<EventItem>> events = slots.in(List.of(Lanes.ofCalendar(calendar.id())), span.whole(zone), zone);
        return switch (format) {
            case ICS ->
                events.flatMap(this::schedules)
                        .map(schedules -> out ->
                                out.write(IcsCalendar.of(calendar, schedules).getBytes(UTF_8)));
            case PDF ->
                events.flatMap(known -> period(calendar, type, span, zone, known))
                        .map(period -> out -> pdf.write(period, out));
            case XLSX ->
                events.flatMap(known -> period(calendar, type, span, zone, known))
                        .map(period -> out -> XlsxCalendar.write(period, out));
        };
    }

    private Mono<List<ScheduleView>> schedules(List<EventItem> items) {
        Set<String> ids = items.stream().map(EventItem::scheduleId).collect(Collectors.toSet());
        return ScheduleReads.of(visible.active()).byIds(ids).collectList();
    }

    private Mono<ExportedPeriod> period(
            CalendarView calendar, ViewType type, Span span, ZoneId zone, List<EventItem> events) {
        return Mono.zip(
                runs.on(calendar, span.whole(zone), zone),
                conflicts(events),
                (ofQueue, conflicts) -> new ExportedPeriod(
                        calendar.profile().name(),
                        type,
                        span,
                        zone,
                        Stream.concat(events.stream(), ofQueue.stream())
                                .sorted(Slots.BY_TIME)
                                .toList(),
                        conflicts,
                        clock.instant()));
    }

    /** Each once, however many of the events are in it. */
    private Mono<List<ConflictItem>> conflicts(List<EventItem> events) {
        List<String> ids = events.stream()
                .filter(event -> event.conflictLevel() != ConflictLevel.NONE)
                .map(EventItem::id)
                .toList();
        return OpenConflicts.of(visible.active(), ids)
                .distinct(ConflictView::id)
                .take(CONFLICTS_MAX)
                .collectList()
                .flatMap(secrets::kept)
                .map(conflicts -> conflicts.stream()
                        .sorted(Comparator.comparing(ConflictItem::overlapStart))
                        .toList());
    }

    private static ResponseEntity<Flux<DataBuffer>> answer(ExportFormat format, String name, Flux<DataBuffer> file) {
        return ResponseEntity.ok()
                .contentType(format.mediaType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, UTF_8)
                                .build()
                                .toString())
                .body(file);
    }
}
