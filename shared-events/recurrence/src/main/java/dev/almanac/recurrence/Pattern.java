package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.english.RuleEnglish;
import dev.almanac.recurrence.rrule.RuleParser;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The everyday part of RFC 5545 in plain fields; each occurrence is at the wall-clock time of the start.
 *
 * @param dayOfMonth 1 to 31, or -1 for the last day, and so on backwards; a month without that day has no occurrence
 * @param endDate the last moment on which there may be an occurrence, inclusive
 * @param occurrenceCount how many occurrences there are, the start included
 */
public record Pattern(
        Type type,
        int interval,
        List<DayOfWeek> daysOfWeek,
        @Nullable Integer dayOfMonth,
        @Nullable Moment endDate,
        @Nullable Integer occurrenceCount)
        implements Recurrence {

    /** How often. {@code NONE} and {@code CUSTOM} are no patterns: leave the recurrence out, or write an RRULE. */
    public enum Type {
        DAILY,
        WEEKLY,
        MONTHLY,
        YEARLY
    }

    public Pattern {
        daysOfWeek = List.copyOf(daysOfWeek);
        check(interval >= 1, "interval", "'interval' must be 1 or more");
        check(
                occurrenceCount == null || occurrenceCount >= 1,
                "occurrenceCount",
                "'occurrenceCount' must be 1 or more");
        check(
                occurrenceCount == null || endDate == null,
                "endDate",
                "'endDate' and 'occurrenceCount' exclude each other");
        check(
                daysOfWeek.isEmpty() || type != Type.YEARLY,
                "daysOfWeek",
                "'daysOfWeek' goes with DAILY, WEEKLY or MONTHLY");
        check(
                dayOfMonth == null || type == Type.MONTHLY || type == Type.YEARLY,
                "dayOfMonth",
                "'dayOfMonth' goes with MONTHLY or YEARLY");
        check(
                dayOfMonth == null || (dayOfMonth != 0 && Math.abs(dayOfMonth) <= 31),
                "dayOfMonth",
                "'dayOfMonth' must be from 1 to 31, or from -31 to -1");
    }

    private static void check(boolean holds, String field, String message) {
        if (!holds) {
            throw new InvalidRecurrence(field, message);
        }
    }

    /** The same rule in iCalendar's words, for a series that starts then. */
    public String toRrule(LocalDateTime start) {
        var rule = new StringBuilder("FREQ=").append(type);
        if (interval > 1) {
            rule.append(";INTERVAL=").append(interval);
        }
        if (type == Type.YEARLY && dayOfMonth != null) {
            rule.append(";BYMONTH=").append(start.getMonthValue());
        }
        if (dayOfMonth != null) {
            rule.append(";BYMONTHDAY=").append(dayOfMonth);
        }
        if (!daysOfWeek.isEmpty()) {
            rule.append(";BYDAY=")
                    .append(daysOfWeek.stream()
                            .map(day -> day.name().substring(0, 2))
                            .collect(Collectors.joining(",")));
        }
        if (endDate != null) {
            rule.append(";UNTIL=").append(endDate.basic());
        }
        if (occurrenceCount != null) {
            rule.append(";COUNT=").append(occurrenceCount);
        }
        return rule.toString();
    }

    @Override
    public String describe() {
        var text = new RuleEnglish(RuleParser.parse(toRrule(LocalDate.EPOCH.atStartOfDay()))).describe();
        return type == Type.YEARLY ? text.replace(" in January", " in the month of the start") : text;
    }

    @Override
    public Map<String, Object> toJson() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("type", type.name());
        fields.put("interval", interval);
        fields.put("daysOfWeek", daysOfWeek.stream().map(DayOfWeek::name).toList());
        fields.put("dayOfMonth", dayOfMonth);
        fields.put("endDate", endDate == null ? null : endDate.toString());
        fields.put("occurrenceCount", occurrenceCount);
        return Map.of("pattern", fields);
    }
}
