package dev.almanac.query.calendars;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;

/** What is asked of the view. */
public final class CalendarReads extends Reads<CalendarView> {

    private CalendarReads(Generation views) {
        super(views, CalendarView.class);
    }

    public static CalendarReads in(Generation views) {
        return new CalendarReads(views);
    }
}
