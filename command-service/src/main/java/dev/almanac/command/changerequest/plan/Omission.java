package dev.almanac.command.changerequest.plan;

import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.clock.Occurrence;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A timetable without some of its times, which iCalendar alone has a word for (EXDATE). */
final class Omission {
    private static final Map<String, String> DAYS =
            Map.of("0", "SU", "1", "MO", "2", "TU", "3", "WE", "4", "TH", "5", "FR", "6", "SA", "7", "SU");
    private static final java.util.regex.Pattern NUMBERS = java.util.regex.Pattern.compile("\\d+(,\\d+)*");

    private Omission() {}

    /**
     * The same but for these times, checked against what lies ahead.
     *
     * @throws Impossible where the recurrence cannot be said as an RRULE
     */
    static Timetable of(Timetable before, Set<LocalDateTime> omitted) {
        Rrule rrule = rrule(before.recurrence(), before.start());
        List<Moment> exdate = new ArrayList<>(rrule.exdate());
        omitted.stream().sorted().map(Moment.OnTheWall::new).forEach(exdate::add);
        Timetable after = before.with(new Rrule(rrule.rrule(), rrule.rdate(), exdate), before.start());
        List<Occurrence> expected = before.ahead().stream()
                .filter(occurrence -> !omitted.contains(occurrence.nominal()))
                .toList();
        List<Occurrence> told = after.ahead().stream().limit(expected.size()).toList();
        if (!told.equals(expected)) {
            throw cannot();
        }
        return after;
    }

    private static Impossible cannot() {
        return new Impossible(
                "Runs that are not the next ones can be left out of simple timetables only: pause it in time");
    }

    private static Rrule rrule(Recurrence recurrence, LocalDateTime start) {
        return switch (recurrence) {
            case Rrule rrule -> rrule;
            case Pattern pattern -> new Rrule(pattern.toRrule(start));
            case Cron cron
            when cron.fields() == Cron.Fields.FIVE && cron.count() == null && cron.until() == null ->
                new Rrule(rule(cron.cron().strip().split("\\s+", -1)));
            case Cron _, Every _ -> throw cannot();
        };
    }

    /** Minute, hour, day of month, month, day of week. */
    private static String rule(String[] fields) {
        if (fields.length != 5
                || !NUMBERS.matcher(fields[0]).matches()
                || !NUMBERS.matcher(fields[1]).matches()
                || !fields[2].equals("*")
                || !fields[3].equals("*")) {
            throw cannot();
        }
        String days = fields[4].equals("*") ? "FREQ=DAILY" : "FREQ=WEEKLY;BYDAY=" + days(fields[4]);
        return days + ";BYHOUR=" + fields[1] + ";BYMINUTE=" + fields[0] + ";BYSECOND=0";
    }

    private static String days(String field) {
        return Stream.of(field.split(",", -1)).flatMap(Omission::day).distinct().collect(Collectors.joining(","));
    }

    private static Stream<String> day(String part) {
        if (DAYS.containsKey(part)) {
            return Stream.of(DAYS.getOrDefault(part, part));
        }
        if (!part.matches("[0-6]-[1-7]") || part.charAt(0) > part.charAt(2)) {
            throw cannot();
        }
        return part.chars()
                .limit(1)
                .boxed()
                .flatMap(first -> Stream.iterate(first, day -> day <= part.charAt(2), day -> day + 1))
                .map(day -> DAYS.getOrDefault(Character.toString(day), ""));
    }
}
