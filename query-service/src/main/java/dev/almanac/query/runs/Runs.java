package dev.almanac.query.runs;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.access.Rights;
import dev.almanac.query.access.VisibleViews;
import dev.almanac.query.http.Cursor;
import dev.almanac.query.rules.CachedRule;
import dev.almanac.query.rules.RuleCache;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Generations;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The runs in a window: those that had their time as they went, the others as their rules say, however far ahead. What is
 * always running is one entry for each local day, counted and not listed.
 */
@Component
public class Runs {
    static final int RUNS_MAX = 20_000;

    static final Comparator<RunItem> BY_TIME =
            Comparator.comparing(RunItem::scheduledAt).thenComparing(RunItem::occurrenceId);

    private final Generations generations;
    private final VisibleViews visible;
    private final RuleCache cache;
    private final Clock clock;

    Runs(Generations generations, VisibleViews visible, RuleCache cache, Clock clock) {
        this.generations = generations;
        this.visible = visible;
        this.cache = cache;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param zone whose local days are shown
     * @param which of the rules that the caller may see
     * @param after where the page before has ended
     * @param most the first of them, by their times
     */
    public record Question(
            TimeSlot window,
            ZoneId zone,
            Predicate<RuleView> which,
            @Nullable Cursor after,
            int most) {
        boolean admits(RunItem run) {
            return after == null || after.isBefore(run.scheduledAt(), run.occurrenceId());
        }

        /** From where on there may be more. */
        TimeSlot rest() {
            Instant from = after == null ? window.start() : after.instant();
            return new TimeSlot(
                    from.isAfter(window.start()) && from.isBefore(window.end()) ? from : window.start(), window.end());
        }
    }

    public Mono<List<RuleRun>> of(Question question) {
        return visible.rights()
                .flatMap(rights -> cache.seenBy(rights)
                        .flatMap(rules -> of(
                                question,
                                rights,
                                rules.stream()
                                        .filter(rule -> question.which().test(rule.view()))
                                        .collect(Collectors.toMap(
                                                CachedRule::id, Function.identity(), (one, _) -> one, TreeMap::new)))));
    }

    private Mono<List<RuleRun>> of(Question question, Rights rights, Map<String, CachedRule> rules) {
        if (rules.isEmpty()) {
            return Mono.just(List.of());
        }
        Generation views = generations.active();
        Instant now = clock.instant();
        List<RunItem> lanes = AlwaysRunning.of(question, rules);
        return went(views, question, rules)
                .zipWith(planned(views, question, rules, now))
                .flatMap(both -> {
                    List<RunItem> page = page(question, rules, now, both.getT1(), both.getT2(), lanes);
                    return joined(views, page, rules, rights, now);
                });
    }

    /** Those that had their time. */
    private static Mono<List<RunItem>> went(Generation views, Question question, Map<String, CachedRule> rules) {
        TimeSlot rest = question.rest();
        return RunReads.of(views)
                .scheduledIn(rest, listed(rules), RUNS_MAX)
                .map(RunItem::of)
                .filter(question::admits)
                .take(question.most())
                .collectList();
    }

    /** Those whose time has passed and of which nothing was published: they wait for a free place. */
    private static Mono<List<RunItem>> planned(
            Generation views, Question question, Map<String, CachedRule> rules, Instant now) {
        TimeSlot rest = question.rest();
        if (!rest.start().isBefore(now)) {
            return Mono.just(List.of());
        }
        TimeSlot past = new TimeSlot(rest.start(), now.isBefore(rest.end()) ? now : rest.end());
        return PlanReads.of(views)
                .around(past, listed(rules), RUNS_MAX)
                .flatMapIterable(plan -> planned(plan, past))
                .filter(question::admits)
                .sort(BY_TIME)
                .take(RUNS_MAX)
                .collectList();
    }

    private static List<RunItem> planned(PlanView plan, TimeSlot window) {
        return plan.occurrences().stream()
                .filter(run -> window.contains(run.scheduledAt()))
                .map(run -> RunItem.of(plan.ruleId(), run))
                .toList();
    }

    /** The others are counted. */
    private static List<String> listed(Map<String, CachedRule> rules) {
        return rules.values().stream()
                .filter(rule -> !rule.frequent())
                .map(CachedRule::id)
                .toList();
    }

    /** The first of all that there is, by their times. */
    private static List<RunItem> page(
            Question question,
            Map<String, CachedRule> rules,
            Instant now,
            List<RunItem> went,
            List<RunItem> waiting,
            List<RunItem> lanes) {
        Set<String> had = went.stream().map(RunItem::occurrenceId).collect(Collectors.toSet());
        Stream<RunItem> unknown = waiting.stream().filter(run -> !had.contains(run.occurrenceId()));
        return Stream.of(went.stream(), unknown, lanes.stream(), ComingRuns.of(question, rules, now, had).stream())
                .flatMap(runs -> runs)
                .sorted(BY_TIME)
                .limit(question.most())
                .toList();
    }

    private static Mono<List<RuleRun>> joined(
            Generation views, List<RunItem> runs, Map<String, CachedRule> rules, Rights rights, Instant now) {
        List<RuleView> shown = runs.stream()
                .map(RunItem::ruleId)
                .distinct()
                .flatMap(id -> Optional.ofNullable(rules.get(id)).stream())
                .map(CachedRule::view)
                .toList();
        Map<String, Boolean> edited = shown.stream().collect(Collectors.toMap(RuleView::id, rights::mayEdit));
        return RuleItems.of(views, shown, now, rights)
                .map(items -> items.stream().collect(Collectors.toMap(RuleItem::id, Function.identity())))
                .map(items -> runs.stream()
                        .flatMap(run -> Optional.ofNullable(items.get(run.ruleId())).stream()
                                .map(rule -> joined(run, rule, edited.getOrDefault(run.ruleId(), false))))
                        .toList());
    }

    private static RuleRun joined(RunItem run, RuleItem rule, boolean mayEdit) {
        return new RuleRun(run.seenWith(mayEdit), rule, mayEdit);
    }

    /** Runs as they went, and nothing that lies ahead. */
    public static RunItem seen(RunView run, boolean mayEdit) {
        return RunItem.of(run).seenWith(mayEdit);
    }
}
