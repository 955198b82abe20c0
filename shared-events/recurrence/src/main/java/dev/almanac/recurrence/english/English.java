package dev.almanac.recurrence.english;

import dev.almanac.recurrence.wall.NthDay;
import dev.almanac.recurrence.wall.Times;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Words for sets of numbers, shared by all that is described. */
public final class English {
    private static final List<String> WEEKDAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> MONTHS = List.of(
            "January",
            "February",
            "March",
            "April",
            "May",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December");

    private English() {}

    public static String every(Duration duration, @Nullable Instant anchor) {
        return "Every " + duration(duration) + (anchor == null ? "" : " from " + anchor);
    }

    private static String duration(Duration duration) {
        var parts = new ArrayList<String>();
        add(parts, duration.toDays(), "day");
        add(parts, duration.toHoursPart(), "hour");
        add(parts, duration.toMinutesPart(), "minute");
        add(parts, duration.toSecondsPart(), "second");
        return parts.size() == 1 && parts.getFirst().startsWith("1 ")
                ? parts.getFirst().substring(2)
                : list(parts);
    }

    private static void add(List<String> parts, long count, String unit) {
        if (count > 0) {
            parts.add(count(count, unit));
        }
    }

    public static String count(long count, String unit) {
        return count + " " + unit + (count == 1 ? "" : "s");
    }

    /** {@code "day"} for 1, {@code "3 days"} for 3. */
    public static String every(long n, String unit) {
        return n == 1 ? "Every " + unit : "Every " + n + " " + unit + "s";
    }

    static String weekdays(int mask) {
        return mask == 0b1_1111 ? "weekdays" : list(mask, WEEKDAYS::get);
    }

    static String weekday(int weekday) {
        return WEEKDAYS.get(weekday);
    }

    static String months(int mask) {
        return list(mask, month -> MONTHS.get(month - 1));
    }

    static String numbers(long mask) {
        return list(mask, Integer::toString);
    }

    static String times(Times times) {
        return list(IntStream.range(0, times.count())
                .mapToObj(i -> time(times.get(i)))
                .toList());
    }

    private static String time(int ofDay) {
        var minute = String.format(Locale.ROOT, "%02d:%02d", ofDay / 3600, ofDay / 60 % 60);
        return ofDay % 60 == 0 ? minute : minute + String.format(Locale.ROOT, ":%02d", ofDay % 60);
    }

    static String nth(NthDay day) {
        return "the " + ordinal(day.n()) + " " + weekday(day.weekday());
    }

    static String ordinals(List<Integer> numbers) {
        return list(numbers.stream().map(English::ordinal).toList());
    }

    /** {@code 3rd}, {@code last}, {@code 2nd to last}. */
    static String ordinal(int n) {
        if (n < 0) {
            return n == -1 ? "last" : ordinal(-n) + " to last";
        }
        boolean teen = n / 10 % 10 == 1;
        return n
                + switch (teen ? 0 : n % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    /** Three and more in a row become a range. */
    private static String list(long mask, IntFunction<String> name) {
        var parts = new ArrayList<String>();
        for (long left = mask; left != 0; ) {
            int first = Long.numberOfTrailingZeros(left);
            int length = Long.numberOfTrailingZeros(~(left >>> first));
            if (length > 2) {
                parts.add(name.apply(first) + " to " + name.apply(first + length - 1));
            } else {
                IntStream.range(first, first + length).mapToObj(name).forEach(parts::add);
            }
            left &= first + length > 63 ? 0 : -1L << (first + length);
        }
        return list(parts);
    }

    static String list(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : parts.stream().limit(parts.size() - 1L).collect(Collectors.joining(", ")) + " and " + parts.getLast();
    }
}
