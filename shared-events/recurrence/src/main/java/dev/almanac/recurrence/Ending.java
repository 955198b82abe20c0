package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.Ended;
import dev.almanac.recurrence.clock.Instants;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.clock.ZoneClock;
import dev.almanac.recurrence.wall.Dates;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a recurrence ends that has no words for an end of its own: after a moment, inclusive, or a number of times. */
record Ending(@Nullable Moment until, @Nullable Integer count) {
    /** The last is found by counting; past this a series would take too long to set up. */
    static final int COUNTED_MAX = 10_000;

    Ending {
        if (until != null && count != null) {
            throw new InvalidRecurrence("until", "'until' and 'count' exclude each other");
        }
        if (count != null && (count < 1 || count > COUNTED_MAX)) {
            throw new InvalidRecurrence("count", "'count' must be from 1 to " + COUNTED_MAX);
        }
    }

    boolean isThere() {
        return until != null || count != null;
    }

    Instants apply(Instants endless, ZoneClock clock) {
        return isThere() ? new Ended(endless, last(endless, clock)) : endless;
    }

    private long last(Instants endless, ZoneClock clock) {
        if (until != null) {
            return clock.last(until);
        }
        long last = Dates.FIRST_INSTANT - 1;
        for (int left = count == null ? 0 : count; left > 0; left--) {
            long next = endless.next(last + 1, Dates.END_INSTANT);
            if (next == Instants.NONE) {
                return last;
            }
            last = next;
        }
        return last;
    }

    String describe() {
        if (count != null) {
            return ", " + (count == 1 ? "once" : count + " times");
        }
        return until == null ? "" : ", until " + until;
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        if (until != null) {
            json.put("until", until.toString());
        }
        if (count != null) {
            json.put("count", count);
        }
        return json;
    }
}
