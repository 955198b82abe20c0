package dev.almanac.query.events;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;

/** What is asked of the view. */
public final class ScheduleReads extends Reads<ScheduleView> {

    private ScheduleReads(Generation views) {
        super(views, ScheduleView.class);
    }

    public static ScheduleReads in(Generation views) {
        return new ScheduleReads(views);
    }
}
