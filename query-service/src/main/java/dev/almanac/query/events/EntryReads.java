package dev.almanac.query.events;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;

/** What is asked of the view. */
public final class EntryReads extends Reads<EntryView> {

    private EntryReads(Generation views) {
        super(views, EntryView.class);
    }

    public static EntryReads in(Generation views) {
        return new EntryReads(views);
    }
}
