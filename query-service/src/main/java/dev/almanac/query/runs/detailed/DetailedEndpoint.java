package dev.almanac.query.runs.detailed;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.runs.PagesOfRuns;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
class DetailedEndpoint {
    private final PagesOfRuns pages;

    DetailedEndpoint(PagesOfRuns pages) {
        this.pages = pages;
    }

    @GetMapping("/api/v1/schedules/detailed")
    @Operation(operationId = "getDayOfRuns", summary = "The runs of a local day, by their time, and their rules")
    Mono<DayOfRuns> detailed(
            @RequestParam LocalDate date,
            @RequestParam(name = "timeZone", required = false) @Nullable ZoneId timezone,
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(defaultValue = "1000") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        ZoneId zone = timezone == null ? ZoneOffset.UTC : timezone;
        TimeSlot day = new TimeSlot(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
        return pages.of(
                        day,
                        zone,
                        rule -> queue == null || queue.equals(rule.profile().queue()),
                        cursor,
                        limit)
                .map(page -> DayOfRuns.of(date, timezone == null ? "UTC" : zone.getId(), page));
    }
}
