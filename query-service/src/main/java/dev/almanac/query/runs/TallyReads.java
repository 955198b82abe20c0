package dev.almanac.query.runs;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class TallyReads extends Reads<TallyView> {
    private TallyReads(Generation views) {
        super(views, TallyView.class);
    }

    public static TallyReads of(Generation views) {
        return new TallyReads(views);
    }
}
