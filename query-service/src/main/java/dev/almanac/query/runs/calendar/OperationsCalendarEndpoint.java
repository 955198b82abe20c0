package dev.almanac.query.runs.calendar;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.activity.ViewType;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.http.Span;
import dev.almanac.query.runs.PagesOfRuns;
import dev.almanac.query.runs.calendar.OperationsEvent.Source;
import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Runs")
class OperationsCalendarEndpoint {
    private static final int DAYS_MAX = 31;
    private final PagesOfRuns pages;

    OperationsCalendarEndpoint(PagesOfRuns pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/ops/calendar/events")
    @Operation(
            operationId = "listOperations",
            summary =
                    "Runs of at most 31 days, by their time and page by page, with what can be done about each; one entry a day for what"
                            + " is always running. Without an end, those of the local day, week or month that the start lies in")
    Mono<Page<OperationsEvent>> events(
            @RequestParam(name = "from") Instant start,
            @RequestParam(name = "till", required = false) @Nullable Instant end,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Source source,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone,
            @RequestParam(defaultValue = "WEEKLY") ViewType view,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ZoneId zone = timezone == null ? ZoneOffset.UTC : timezone;
        TimeSlot window = end == null ? page(start, zone, view) : window(start, end);
        return pages.of(
                        window,
                        zone,
                        rule -> (owner == null || owner.equals(OperationsEvent.owner(rule)))
                                && (source == null || source == OperationsEvent.source(rule)),
                        cursor,
                        limit)
                .map(page -> page.map(run -> OperationsEvent.of(run, zone)));
    }

    private static TimeSlot page(Instant start, ZoneId zone, ViewType view) {
        return Span.of(view, LocalDate.ofInstant(start, zone)).whole(zone);
    }

    private static TimeSlot window(Instant start, Instant end) {
        if (!start.isBefore(end)) {
            throw InvalidRequest.of("till", "must be after from");
        }
        TimeSlot window = new TimeSlot(start, end);
        if (window.duration().compareTo(Duration.ofDays(DAYS_MAX)) > 0) {
            throw Rejections.rangeTooWide(DAYS_MAX);
        }
        return window;
    }
}
