package dev.almanac.query.rules;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.util.Collection;
import reactor.core.publisher.Flux;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class RuleReads extends Reads<RuleView> {
    private RuleReads(Generation views) {
        super(views, RuleView.class);
    }

    public static RuleReads of(Generation views) {
        return new RuleReads(views);
    }

    /** Those on one of the queues, or created by somebody. */
    Flux<RuleView> onOrBy(Collection<String> queues, String createdBy, int most) {
        return find(or(in("view.profile.queue", queues), eq("view.createdBy", createdBy)), ascending("_id"), most);
    }
}
