package dev.almanac.query.provided;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;

/** What is asked of the view: by the entry's id. */
public final class AttachedReads extends Reads<Attached> {
    private AttachedReads(Generation views) {
        super(views, Attached.class);
    }

    public static AttachedReads of(Generation views) {
        return new AttachedReads(views);
    }
}
