package dev.almanac.query.read;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;

import com.mongodb.client.model.Filters;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.rule.RuleStatus;
import dev.almanac.events.run.RunNote;
import dev.almanac.query.http.Refusal;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import dev.almanac.query.view.run.PlanView;
import dev.almanac.query.view.run.PlanView.PlannedRun;
import dev.almanac.query.view.run.RunState;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The runs in a window: those that had their time as they went, the others as they are planned. */
@Component
public class Runs {
    private static final int RUNS_MAX = 20_000;
    /** A plan covers one local day, which may be longer than 24 hours. */
    private static final Duration LONGEST_DAY = Duration.ofHours(27);

    private final Generations generations;
    private final Clock clock;

    Runs(Generations generations, Clock clock) {
        this.generations = generations;
        this.clock = clock;
    }

    /** In the order of their times. */
    public Mono<List<RuleRun>> in(TimeSlot window) {
        return in(window, Filters.empty());
    }

    /** Those of certain rules. */
    public Mono<List<RuleRun>> in(TimeSlot window, Collection<String> ruleIds) {
        return ruleIds.isEmpty() ? Mono.just(List.of()) : in(window, Filters.in("view.ruleId", ruleIds));
    }

    private Mono<List<RuleRun>> in(TimeSlot window, Bson ofRules) {
        Generation views = generations.active();
        return went(views, window, ofRules)
                .zipWith(planned(views, window, ofRules))
                .flatMap(both -> joined(views, both.getT1(), both.getT2()));
    }

    private static Mono<List<RunItem>> went(Generation views, TimeSlot window, Bson ofRules) {
        return views.runs()
                .find(
                        and(ofRules, gte("view.scheduledAt", window.start()), lt("view.scheduledAt", window.end())),
                        ascending("view.scheduledAt", "_id"),
                        RUNS_MAX + 1)
                .map(RunItem::of)
                .collectList()
                .doOnNext(Runs::bounded);
    }

    private static Mono<List<RunItem>> planned(Generation views, TimeSlot window, Bson ofRules) {
        return views.plans()
                .find(
                        and(
                                ofRules,
                                gte("view.firstAt", window.start().minus(LONGEST_DAY)),
                                lt("view.firstAt", window.end())),
                        ascending("view.firstAt"),
                        RUNS_MAX + 1)
                .flatMapIterable(plan -> planned(plan, window))
                .take(RUNS_MAX + 1L)
                .collectList()
                .doOnNext(Runs::bounded);
    }

    private static List<RunItem> planned(PlanView plan, TimeSlot window) {
        return plan.occurrences().stream()
                .filter(run -> window.contains(run.scheduledAt()))
                .map(run -> planned(plan.ruleId(), run))
                .toList();
    }

    private static RunItem planned(String ruleId, PlannedRun run) {
        return new RunItem(
                run.occurrenceId(),
                ruleId,
                run.nominal(),
                run.scheduledAt(),
                RunState.SCHEDULED,
                0,
                null,
                null,
                run.scheduledAt(),
                RunNote.NONE);
    }

    private static void bounded(List<?> found) {
        if (found.size() > RUNS_MAX) {
            throw new Refusal.TooManyEventsInRange(RUNS_MAX).asError();
        }
    }

    private Mono<List<RuleRun>> joined(Generation views, List<RunItem> went, List<RunItem> planned) {
        Set<String> ids = Stream.concat(went.stream(), planned.stream())
                .map(RunItem::ruleId)
                .collect(Collectors.toCollection(TreeSet::new));
        return views.rules()
                .byIds(ids)
                .collectList()
                .flatMap(rules -> RuleItems.of(views, rules, clock.instant()))
                .map(rules -> joined(
                        went, planned, rules.stream().collect(Collectors.toMap(RuleItem::id, Function.identity()))));
    }

    private static List<RuleRun> joined(List<RunItem> went, List<RunItem> planned, Map<String, RuleItem> rules) {
        Set<String> had = went.stream().map(RunItem::occurrenceId).collect(Collectors.toSet());
        Stream<RunItem> ahead = planned.stream().filter(run -> !had.contains(run.occurrenceId()));
        return Stream.concat(went.stream(), ahead)
                .flatMap(run ->
                        Optional.ofNullable(rules.get(run.ruleId())).stream().map(rule -> joined(run, rule)))
                .sorted(Comparator.comparing((RuleRun run) -> run.run().scheduledAt())
                        .thenComparing(run -> run.run().occurrenceId()))
                .toList();
    }

    private static RuleRun joined(RunItem run, RuleItem rule) {
        boolean waits = run.status() == RunState.SCHEDULED && run.attempt() == 0;
        return new RuleRun(waits && rule.status() == RuleStatus.PAUSED ? run.with(RunState.PAUSED) : run, rule);
    }
}
