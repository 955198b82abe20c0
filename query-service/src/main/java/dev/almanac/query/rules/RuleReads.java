package dev.almanac.query.rules;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;

/** What is asked of the view. */
public final class RuleReads extends Reads<RuleView> {

    private RuleReads(Generation views) {
        super(views, RuleView.class);
    }

    public static RuleReads in(Generation views) {
        return new RuleReads(views);
    }
}
