package dev.almanac.query.runs.list;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.access.Rights;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Rejections;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.runs.PagesOfRuns;
import dev.almanac.query.runs.RunItem;
import dev.almanac.query.runs.RunReads;
import dev.almanac.query.runs.RunState;
import dev.almanac.query.runs.RunView;
import dev.almanac.query.runs.Runs;
import dev.almanac.query.store.Generation;
import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Runs")
class RunsEndpoint {
    /** As far ahead as planned runs are listed unless an end is named. */
    private static final Duration AHEAD = Duration.ofDays(31);

    private static final Duration AHEAD_MAX = Duration.ofDays(366);

    private final VisibleViews visible;
    private final PagesOfRuns pages;
    private final Clock clock;

    RunsEndpoint(VisibleViews visible, PagesOfRuns pages, Clock clock) {
        this.visible = visible;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/api/v1/runs")
    @Operation(
            operationId = "listRuns",
            summary =
                    "Runs by their time, page by page: those that had it as they went; with status SCHEDULED, those that"
                            + " lie ahead")
    Mono<Page<RunItem>> list(
            @RequestParam(required = false) @Nullable RunState status,
            @RequestParam(required = false) @Nullable String ruleId,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant till,
            @Parameter(description = "Of local date-times in from and till") @RequestParam(required = false) @Nullable
                    ZoneId timeZone,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        if (from != null && till != null && !from.isBefore(till)) {
            throw InvalidRequest.of("till", "must be after from");
        }
        return status == RunState.SCHEDULED
                ? ahead(ruleId, from, till, limit, cursor)
                : went(
                        RunReads.of(visible.active())
                                .list(status, ruleId, from, till, Cursor.parse(cursor), Page.checked(limit) + 1),
                        limit);
    }

    private Mono<Page<RunItem>> ahead(
            @Nullable String ruleId,
            @Nullable Instant from,
            @Nullable Instant till,
            int limit,
            @Nullable String cursor) {
        Instant now = clock.instant();
        Instant start = from == null || from.isBefore(now) ? now : from;
        Instant end = till == null ? start.plus(AHEAD) : till;
        if (!start.isBefore(end)) {
            return Mono.just(new Page<>(List.of(), null));
        }
        if (Duration.between(start, end).compareTo(AHEAD_MAX) > 0) {
            throw Rejections.rangeTooWide(AHEAD_MAX.toDays());
        }
        return pages.of(
                        new TimeSlot(start, end),
                        ZoneOffset.UTC,
                        rule -> ruleId == null || ruleId.equals(rule.id()),
                        cursor,
                        limit)
                .map(page -> page.with(page.items().stream()
                        .map(found -> found.run())
                        .filter(run -> run.status() == RunState.SCHEDULED)
                        .toList()));
    }

    private Mono<Page<RunItem>> went(Flux<RunView> runs, int limit) {
        Generation views = visible.active();
        return runs.collectList()
                .map(found -> Page.of(found, limit, RunsEndpoint::cursor))
                .flatMap(page -> visible.rights().flatMap(rights -> seen(views, page, rights)));
    }

    private static Cursor cursor(RunView last) {
        return new Cursor(last.scheduledAt().toString(), last.id());
    }

    private static Mono<Page<RunItem>> seen(Generation views, Page<RunView> page, Rights rights) {
        Set<String> ids = page.items().stream().map(RunView::ruleId).collect(Collectors.toSet());
        Mono<Map<String, RuleView>> rules = RuleReads.of(views).byIds(ids).collectMap(RuleView::id);
        return rules.map(known -> page.map(run -> Runs.seen(
                run,
                rights.all()
                        || Optional.ofNullable(known.get(run.ruleId()))
                                .filter(rights::mayEdit)
                                .isPresent())));
    }
}
