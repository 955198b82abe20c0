package dev.almanac.query.rules;

import dev.almanac.query.access.ReadableRules;
import dev.almanac.query.access.Rights;
import dev.almanac.query.store.Generation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Rules are read by those who may see the calendar that is their queue, and by who made them. */
@Component
class RulesOfQueues implements ReadableRules {

    @Override
    public Flux<String> of(Rights rights, Generation all, int most) {
        return RuleReads.of(all).onOrBy(rights.read(), rights.subject(), most).map(RuleView::id);
    }
}
