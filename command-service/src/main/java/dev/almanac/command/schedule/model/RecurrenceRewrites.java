package dev.almanac.command.schedule.model;

import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.clock.Moment;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Ways to say a recurrence anew for a part of its occurrences, or for other days of the week: the first that yields what
 * is wanted is taken. The last names every occurrence.
 */
final class RecurrenceRewrites {
    private static final java.util.regex.Pattern DAYS =
            java.util.regex.Pattern.compile("(?i)BYDAY=([A-Z]{2}(?:,[A-Z]{2})*)(?=;|$)");

    private RecurrenceRewrites() {}

    static List<Recurrence> of(Recurrence recurrence, List<LocalDateTime> nominal, long days) {
        return List.of(recurrence, counted(recurrence, nominal.size(), days), listed(nominal));
    }

    private static Recurrence counted(Recurrence recurrence, int count, long days) {
        return switch (recurrence) {
            case Pattern(var type, var interval, var daysOfWeek, var dayOfMonth, var _, var _) ->
                new Pattern(
                        type,
                        interval,
                        daysOfWeek.stream().map(day -> day.plus(days)).toList(),
                        dayOfMonth,
                        null,
                        count);
            case Rrule(var text, var _, var _) ->
                new Rrule(onOtherDays(new Rrule(text).counted(count).rrule(), days));
            case dev.almanac.recurrence.Cron _, dev.almanac.recurrence.Every _ -> recurrence;
        };
    }

    private static String onOtherDays(String rrule, long days) {
        Matcher byDay = DAYS.matcher(rrule);
        return byDay.find() ? byDay.replaceFirst("BYDAY=" + otherDays(byDay.group(1), days)) : rrule;
    }

    private static String otherDays(String named, long days) {
        return Arrays.stream(named.split(",", -1))
                .map(name -> Arrays.stream(DayOfWeek.values())
                        .filter(day -> day.name().startsWith(name.toUpperCase(java.util.Locale.ROOT)))
                        .findFirst()
                        .map(day -> day.plus(days).name().substring(0, 2))
                        .orElse(name))
                .collect(Collectors.joining(","));
    }

    private static Recurrence listed(List<LocalDateTime> nominal) {
        return new Rrule(
                "FREQ=DAILY;COUNT=1",
                nominal.stream().skip(1).<Moment>map(Moment.OnTheWall::new).toList(),
                List.of());
    }
}
