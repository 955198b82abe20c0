package dev.almanac.query.read.rules;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;

import dev.almanac.query.http.Cursor;
import dev.almanac.query.http.Page;
import dev.almanac.query.http.Refusal;
import dev.almanac.query.http.Version;
import dev.almanac.query.read.RuleItem;
import dev.almanac.query.read.RuleItems;
import dev.almanac.query.read.RunItem;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.view.rule.RuleView;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/schedules/rules")
class RulesEndpoint {
    private static final int YEARS_MAX = 10;
    private final Generations generations;
    private final Clock clock;

    RulesEndpoint(Generations generations, Clock clock) {
        this.generations = generations;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Recurring rules, with their next and last run and the sums of their outcomes")
    Mono<Page<RuleItem>> list(
            @RequestParam(required = false) @Nullable String queue,
            @RequestParam(required = false) @Nullable String createdBy,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        Generation views = generations.active();
        List<Bson> filters = new ArrayList<>(List.of(exists("view.profile.name")));
        if (queue != null) {
            filters.add(eq("view.profile.queue", queue));
        }
        if (createdBy != null) {
            filters.add(eq("view.createdBy", createdBy));
        }
        Cursor.parse(cursor).ifPresent(after -> filters.add(gt("_id", after.id())));
        return views.rules()
                .find(and(filters), ascending("_id"), Page.checked(limit) + 1)
                .collectList()
                .map(found -> Page.of(found, limit, last -> new Cursor("", last.id())))
                .flatMap(page ->
                        RuleItems.of(views, page.items(), clock.instant()).map(page::with));
    }

    @GetMapping("/{ruleId}")
    @Operation(summary = "One recurring rule and its latest runs")
    Mono<RuleDetail> one(@PathVariable String ruleId, ServerWebExchange exchange) {
        Generation views = generations.active();
        return rule(views, ruleId)
                .doOnNext(rule -> Version.of(exchange, rule.version()))
                .flatMap(rule -> RuleItems.of(views, List.of(rule), clock.instant())
                        .zipWith(runs(views, rule))
                        .map(both -> new RuleDetail(both.getT1().getFirst(), both.getT2())));
    }

    @GetMapping("/{ruleId}/dst-report")
    @Operation(summary = "What changes of the clocks do to the rule in the coming years")
    Mono<DstReport> dstReport(@PathVariable String ruleId, @RequestParam(defaultValue = "3") int years) {
        if (years < 1 || years > YEARS_MAX) {
            throw Refusal.ParameterIsInvalid.of("years", "must be from 1 to " + YEARS_MAX)
                    .asError();
        }
        return rule(generations.active(), ruleId).map(rule -> DstReport.of(rule, clock.instant(), years));
    }

    private static Mono<RuleView> rule(Generation views, String ruleId) {
        return views.rules()
                .byId(ruleId)
                .switchIfEmpty(Mono.error(() -> new Refusal.NothingHasThatId("rule", ruleId).asError()));
    }

    private static Mono<List<RunItem>> runs(Generation views, RuleView rule) {
        int most = rule.profile().options().maxHistory();
        return most == 0
                ? Mono.just(List.of())
                : views.runs()
                        .find(eq("view.ruleId", rule.id()), descending("view.scheduledAt"), most)
                        .map(RunItem::of)
                        .collectList();
    }
}
