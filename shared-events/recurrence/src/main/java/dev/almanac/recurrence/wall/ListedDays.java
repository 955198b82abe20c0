package dev.almanac.recurrence.wall;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Days that are listed one by one. */
public record ListedDays(Map<Integer, Integer> masks) implements Days {
    public ListedDays {
        masks = Map.copyOf(masks);
    }

    public static ListedDays of(Stream<LocalDate> dates) {
        var masks = new HashMap<Integer, Integer>();
        dates.forEach(date -> masks.merge(
                date.getYear() * 12 + date.getMonthValue() - 1, 1 << (date.getDayOfMonth() - 1), (a, b) -> a | b));
        return new ListedDays(masks);
    }

    @Override
    public int mask(int month) {
        return masks.getOrDefault(month, 0);
    }
}
