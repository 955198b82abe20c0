package dev.almanac.query.runs;

import dev.almanac.query.access.Rights;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.store.Generation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** Rules joined with the sums of their runs. */
public final class RuleItems {
    private RuleItems() {}

    public static Mono<List<RuleItem>> of(Generation views, List<RuleView> rules, Instant now, Rights rights) {
        List<String> ids = rules.stream().map(RuleView::id).toList();
        return TallyReads.of(views)
                .byIds(ids)
                .collectMap(TallyView::ruleId)
                .map(tallies -> rules.stream()
                        .map(rule -> item(rule, Optional.ofNullable(tallies.get(rule.id())), now, rights))
                        .toList());
    }

    private static RuleItem item(RuleView rule, Optional<TallyView> tally, Instant now, Rights rights) {
        RuleItem item = RuleItem.of(rule, tally, now);
        return rights.mayEdit(rule) ? item : item.withoutSecrets();
    }
}
