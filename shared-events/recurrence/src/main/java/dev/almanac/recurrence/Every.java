package dev.almanac.recurrence;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.english.English;
import dev.almanac.recurrence.wall.Dates;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * At a fixed distance in elapsed time, whatever the clocks do: the anchor, and every whole multiple of the period after
 * it.
 *
 * @param every a whole number of seconds
 * @param anchor the first occurrence; the start of the series if null
 * @param until the last moment on which it may occur, inclusive; null when it does not end there
 * @param count how often it occurs; null when it is not counted
 */
public record Every(
        Duration every,
        @Nullable Instant anchor,
        @Nullable Moment until,
        @Nullable Integer count) implements Recurrence {
    public Every(Duration every, @Nullable Instant anchor) {
        this(every, anchor, null, null);
    }

    public Every {
        var _ = new Ending(until, count);
        if (every.isZero() || every.isNegative() || !every.truncatedTo(SECONDS).equals(every)) {
            throw new InvalidRecurrence("every", "'every' must be a positive whole number of seconds");
        }
        if (every.toDays() > Dates.DAYS) {
            throw new InvalidRecurrence("every", "'every' must not be longer than the calendar");
        }
        if (anchor != null && (!anchor.truncatedTo(SECONDS).equals(anchor) || !Dates.inCalendar(anchor))) {
            throw new InvalidRecurrence("anchor", "'anchor' must be a whole second of the years 1 to 9999");
        }
    }

    Ending ending() {
        return new Ending(until, count);
    }

    @Override
    public String describe() {
        return English.every(every, anchor) + ending().describe();
    }

    @Override
    public Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("every", every.toString());
        if (anchor != null) {
            json.put("anchor", anchor.toString());
        }
        json.putAll(ending().toJson());
        return json;
    }
}
