package dev.almanac.query.lanes;

import dev.almanac.query.events.ScheduleReads;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.rules.RuleReads;
import dev.almanac.query.rules.RuleView;
import dev.almanac.query.store.Generation;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import reactor.core.publisher.Mono;

/** Who may conflict: events, series and rules. */
public final class Parties {
    private Parties() {}

    /** What they are called, by their ids, as far as that is known. */
    public static Mono<Map<String, String>> titles(Generation views, Collection<String> ids) {
        return Mono.zip(
                ScheduleReads.of(views)
                        .byIds(ids)
                        .collectMap(
                                ScheduleView::id, schedule -> schedule.details().title()),
                RuleReads.of(views)
                        .byIds(ids)
                        .collectMap(RuleView::id, rule -> rule.profile().name()),
                (events, rules) -> {
                    Map<String, String> titles = new HashMap<>(events);
                    titles.putAll(rules);
                    return titles;
                });
    }
}
