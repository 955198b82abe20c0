package dev.almanac.events.changerequest;

import java.time.Instant;
import java.util.List;

/** How the subject stands before and after, for a person to compare. */
public record ChangeSummary(Outlook before, Outlook after) {

    /**
     * A timetable in brief.
     *
     * @param text in plain English
     * @param next its next times, five at most
     */
    public record Outlook(String text, List<Instant> next) {
        public static final int NEXT_MAX = 5;

        public Outlook {
            next = List.copyOf(next);
        }
    }
}
