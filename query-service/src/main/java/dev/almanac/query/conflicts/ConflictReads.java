package dev.almanac.query.conflicts;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;

/** What is asked of the view. */
public final class ConflictReads extends Reads<ConflictView> {

    private ConflictReads(Generation views) {
        super(views, ConflictView.class);
    }

    public static ConflictReads in(Generation views) {
        return new ConflictReads(views);
    }
}
