package dev.almanac.query.rules.list;

import dev.almanac.events.rule.RuleStatus;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Version;
import dev.almanac.query.rules.CachedRule;
import dev.almanac.query.rules.RuleCache;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.runs.RuleItem;
import dev.almanac.query.runs.RuleItems;
import dev.almanac.query.runs.RunItem;
import dev.almanac.query.runs.RunReads;
import dev.almanac.query.runs.Runs;
import dev.almanac.query.store.Generation;
import dev.almanac.web.InvalidRequest;
import dev.almanac.web.Rejected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Rules")
@RequestMapping("/api/v1/schedules/rules")
class RulesEndpoint {
    private static final int YEARS_MAX = 10;
    private final VisibleViews visible;
    private final RuleCache cache;
    private final Clock clock;

    RulesEndpoint(VisibleViews visible, RuleCache cache, Clock clock) {
        this.visible = visible;
        this.cache = cache;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            operationId = "listRules",
            summary = "Recurring rules, with their next and last run and the sums of their outcomes")
    Mono<Page<RuleItem>> list(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String createdBy,
            @RequestParam(required = false) @Nullable RuleStatus status,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Instant now = clock.instant();
        String after = Cursor.parse(cursor).map(Cursor::id).orElse("");
        int most = Page.checked(limit) + 1;
        // Where a rule stands depends on the clock: what is in the cache is asked, and no document.
        return visible.rights()
                .flatMap(rights -> cache.seenBy(rights)
                        .map(rules -> rules.stream()
                                .filter(rule -> rule.id().compareTo(after) > 0)
                                .filter(rule -> isIn(rule.view(), queue, createdBy))
                                .sorted(Comparator.comparing(CachedRule::id))
                                .filter(rule -> status == null || status == rule.at(now))
                                .map(CachedRule::view)
                                .limit(most)
                                .toList())
                        .map(found -> Page.of(found, limit, last -> new Cursor("", last.id())))
                        .flatMap(page -> RuleItems.of(visible.active(), page.items(), now, rights)
                                .map(page::with)));
    }

    private static boolean isIn(RuleView rule, @Nullable String queue, @Nullable String createdBy) {
        return (queue == null || queue.equals(rule.profile().queue()))
                && (createdBy == null || createdBy.equals(rule.createdBy()));
    }

    @GetMapping("/{ruleId}")
    @Operation(operationId = "getRule", summary = "One recurring rule and its latest runs")
    Mono<RuleDetail> one(@PathVariable String ruleId, ServerWebExchange exchange) {
        Generation views = visible.active();
        return visible.rights()
                .flatMap(rights -> rule(views, ruleId)
                        .doOnNext(rule -> Version.of(exchange, rule.version()))
                        .flatMap(rule -> RuleItems.of(views, List.of(rule), clock.instant(), rights)
                                .zipWith(runs(views, rule, rights.mayEdit(rule)))
                                .map(both -> new RuleDetail(both.getT1().getFirst(), both.getT2()))));
    }

    @GetMapping("/{ruleId}/dst-report")
    @Operation(
            operationId = "getClockChanges",
            summary = "What changes of the clocks do to the rule in the coming years")
    Mono<DstReport> dstReport(@PathVariable String ruleId, @RequestParam(defaultValue = "3") int years) {
        if (years < 1 || years > YEARS_MAX) {
            throw InvalidRequest.of("years", "must be from 1 to " + YEARS_MAX);
        }
        return rule(visible.active(), ruleId).map(rule -> DstReport.of(rule, clock.instant(), years));
    }

    private static Mono<RuleView> rule(Generation views, String ruleId) {
        return RuleReads.of(views).byId(ruleId).switchIfEmpty(Mono.error(() -> Rejected.nothing("rule", ruleId)));
    }

    private static Mono<List<RunItem>> runs(Generation views, RuleView rule, boolean mayEdit) {
        int most = rule.profile().options().maxHistory();
        return most == 0
                ? Mono.just(List.of())
                : RunReads.of(views)
                        .latest(rule.id(), most)
                        .map(run -> Runs.seen(run, mayEdit))
                        .collectList();
    }
}
