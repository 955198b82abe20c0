package dev.almanac.events.recurrence;

import static java.time.temporal.ChronoUnit.SECONDS;

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
 */
public record Every(Duration every, @Nullable Instant anchor) implements Recurrence {
    public Every {
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

    @Override
    public String describe() {
        return English.every(this);
    }

    @Override
    public Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("every", every.toString());
        if (anchor != null) {
            json.put("anchor", anchor.toString());
        }
        return json;
    }
}
