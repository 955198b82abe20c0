package dev.almanac.query.history;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;

/** What is asked of the view. */
public final class HistoryReads extends Reads<ToldView> {

    private HistoryReads(Generation views) {
        super(views, ToldView.class);
    }

    public static HistoryReads in(Generation views) {
        return new HistoryReads(views);
    }
}
