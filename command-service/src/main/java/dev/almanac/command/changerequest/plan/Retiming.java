package dev.almanac.command.changerequest.plan;

import dev.almanac.command.changerequest.interpret.Repeats;
import dev.almanac.command.changerequest.interpret.Repeats.EveryDays;
import dev.almanac.command.changerequest.interpret.Repeats.EveryPeriod;
import dev.almanac.command.changerequest.interpret.Repeats.Monthly;
import dev.almanac.command.changerequest.interpret.Repeats.MonthlyNth;
import dev.almanac.command.changerequest.interpret.Repeats.Weekly;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.clock.Moment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Another timetable, in the words of the one before where that has words for it. */
final class Retiming {
    private static final Duration DAY = Duration.ofDays(1);
    /** Every day that a month may have comes within this time, the 29th of February in the end. */
    private static final int DAYS_AHEAD_MAX = 8 * 366;

    private static final String NO_TIME = "It is at several times a day: say at which time it is to be";

    private final Timetable before;

    private Retiming(Timetable before) {
        this.before = before;
    }

    /** @throws Impossible where no recurrence says it */
    static Timetable of(Timetable before, @Nullable LocalTime time, @Nullable Repeats repeats) {
        Retiming retiming = new Retiming(before);
        return repeats == null ? retiming.at(java.util.Objects.requireNonNull(time)) : retiming.repeated(time, repeats);
    }

    private Timetable at(LocalTime time) {
        return switch (before.recurrence()) {
            case Cron cron -> before.with(at(cron, time), before.start());
            case Pattern pattern ->
                before.with(pattern, before.start().toLocalDate().atTime(time));
            case Rrule rrule -> at(rrule, time);
            case Every every -> at(every, time);
        };
    }

    private static Cron at(Cron cron, LocalTime time) {
        String[] fields = cron.cron().strip().split("\\s+", -1);
        if (cron.fields() != Cron.Fields.FIVE || fields.length != 5 || !isNumber(fields[0]) || !isNumber(fields[1])) {
            throw new Impossible("It is at several times a day: say how often, too, such as 'daily at " + time + "'");
        }
        fields[0] = Integer.toString(time.getMinute());
        fields[1] = Integer.toString(time.getHour());
        return new Cron(String.join(" ", fields), Cron.Fields.FIVE, cron.until(), cron.count());
    }

    private static boolean isNumber(String field) {
        return field.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }

    private Timetable at(Rrule rrule, LocalTime time) {
        LocalTime now = before.time().orElseThrow(() -> new Impossible(NO_TIME));
        String rule = rrule.rrule().toUpperCase(Locale.ROOT);
        if (rule.contains("BYHOUR") || rule.contains("BYMINUTE") || rule.contains("BYSECOND")) {
            throw new Impossible("Its RRULE names hours: say how often, too, such as 'daily at " + time + "'");
        }
        return before.with(
                new Rrule(rrule.rrule(), moved(rrule.rdate(), now, time), moved(rrule.exdate(), now, time)),
                before.start().toLocalDate().atTime(time));
    }

    /** What was taken away stays away at its new time. */
    private static List<Moment> moved(List<Moment> moments, LocalTime from, LocalTime to) {
        return moments.stream().map(moment -> moved(moment, from, to)).toList();
    }

    private static Moment moved(Moment moment, LocalTime from, LocalTime to) {
        return switch (moment) {
            case Moment.Day day -> day;
            case Moment.OnTheWall(var at)
            when at.toLocalTime().equals(from) ->
                new Moment.OnTheWall(at.toLocalDate().atTime(to));
            case Moment.OnTheWall _, Moment.At _ ->
                throw new Impossible("Some of its times were added or taken away one by one: change it by hand");
        };
    }

    private Timetable at(Every every, LocalTime time) {
        if (!every.every().equals(DAY.multipliedBy(every.every().toDays())) || every.count() != null) {
            throw new Impossible("It counts elapsed time: say how often, too, such as 'daily at " + time + "'");
        }
        LocalDate day = before.next()
                .orElseThrow(() -> new Impossible("It has come to its end"))
                .toLocalDate();
        LocalDateTime start = first(day.atTime(time), _ -> true);
        return before.with(
                new Every(every.every(), start.atZone(before.zone()).toInstant(), every.until(), null), before.start());
    }

    private Timetable repeated(@Nullable LocalTime said, Repeats repeats) {
        if (repeats instanceof EveryPeriod(var period)) {
            return apart(period, said);
        }
        LocalTime time = said == null ? before.time().orElseThrow(() -> new Impossible(NO_TIME)) : said;
        return switch (repeats) {
            case Weekly(var interval, var days) -> weekly(interval, days, time);
            case EveryDays(var interval) ->
                pattern(Pattern.Type.DAILY, interval, Set.of(), null, first(tomorrowOrToday(time), _ -> true));
            case Monthly(var interval, var day) -> monthly(interval, day, time);
            case MonthlyNth(var nth, var day) -> monthly(nth, day, time);
            case EveryPeriod _ -> throw new IllegalStateException("told apart before");
        };
    }

    private Timetable weekly(int interval, Set<DayOfWeek> said, LocalTime time) {
        Set<DayOfWeek> days = new TreeSet<>(said.isEmpty() ? Set.of(next().getDayOfWeek()) : said);
        return interval == 1
                ? cron(time, "* * " + days(days))
                : pattern(
                        Pattern.Type.WEEKLY,
                        interval,
                        days,
                        null,
                        first(tomorrowOrToday(time), date -> days.contains(date.getDayOfWeek())));
    }

    private static String days(Set<DayOfWeek> days) {
        if (days.equals(Repeats.EVERY_DAY)) {
            return "*";
        }
        return days.equals(Repeats.WEEKDAYS)
                ? "1-5"
                : days.stream()
                        .map(day -> Integer.toString(day.getValue() % 7))
                        .sorted()
                        .collect(Collectors.joining(","));
    }

    private Timetable monthly(int interval, int said, LocalTime time) {
        int day = said == 0 ? next().getDayOfMonth() : said;
        return interval == 1 && day > 0
                ? cron(time, day + " * *")
                : pattern(
                        Pattern.Type.MONTHLY,
                        interval,
                        Set.of(),
                        day,
                        first(
                                tomorrowOrToday(time),
                                date -> date.getDayOfMonth() == (day > 0 ? day : date.lengthOfMonth())));
    }

    private Timetable monthly(int nth, DayOfWeek day, LocalTime time) {
        LocalDateTime start = first(
                tomorrowOrToday(time), date -> date.equals(date.with(TemporalAdjusters.dayOfWeekInMonth(nth, day))));
        String end = before.last()
                .map(last -> ";UNTIL=" + new Moment.OnTheWall(last.toLocalDate().atTime(LocalTime.of(23, 59))).basic())
                .orElse("");
        return before.with(new Rrule("FREQ=MONTHLY;BYDAY=" + nth + day.name().substring(0, 2) + end), start);
    }

    private LocalDateTime next() {
        return before.next().orElseThrow(() -> new Impossible("It has come to its end"));
    }

    private Timetable cron(LocalTime time, String days) {
        return cron(time.getMinute() + " " + time.getHour() + " " + days);
    }

    private Timetable cron(String fields) {
        return before.with(new Cron(fields, Cron.Fields.FIVE, end(), null), before.start());
    }

    private Timetable pattern(
            Pattern.Type type, int interval, Set<DayOfWeek> days, @Nullable Integer day, LocalDateTime start) {
        return before.with(new Pattern(type, interval, List.copyOf(new TreeSet<>(days)), day, end(), null), start);
    }

    /** What ended goes on to end, on the same day. */
    private @Nullable Moment end() {
        if (before.series().isFinite() && before.last().isEmpty()) {
            throw new Impossible("It has come to its end, or none is in sight");
        }
        return before.last()
                .map(last -> (Moment) new Moment.OnTheWall(last.toLocalDate().atTime(23, 59)))
                .orElse(null);
    }

    /** What divides an hour or a day is said by a cron, and stays where it is on the clock. */
    private Timetable apart(Duration period, @Nullable LocalTime time) {
        int minutes = Math.toIntExact(period.toMinutes());
        int minute = time == null ? 0 : time.getMinute();
        if (minutes < 60 && 60 % minutes == 0) {
            return cron((minutes == 1 ? "*" : list(minute % minutes, 60, minutes)) + " * * * *");
        }
        if (minutes % 60 == 0 && 24 % (minutes / 60) == 0) {
            int hours = minutes / 60;
            return cron(minute + " " + (hours == 1 ? "*" : list(time == null ? 0 : time.getHour() % hours, 24, hours))
                    + " * * *");
        }
        LocalDateTime start = time == null ? before.now().toLocalDate().atStartOfDay() : tomorrowOrToday(time);
        Recurrence every = new Every(period, start.atZone(before.zone()).toInstant(), end(), null);
        return before.with(every, before.start());
    }

    private static String list(int from, int until, int step) {
        return from == 0
                ? "*/" + step
                : IntStream.iterate(from, value -> value < until, value -> value + step)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(","));
    }

    private LocalDateTime tomorrowOrToday(LocalTime time) {
        LocalDateTime today = before.now().toLocalDate().atTime(time);
        return today.isAfter(before.now()) ? today : today.plusDays(1);
    }

    private static LocalDateTime first(LocalDateTime from, Predicate<LocalDate> fits) {
        return Stream.iterate(from, time -> time.plusDays(1))
                .limit(DAYS_AHEAD_MAX)
                .filter(time -> fits.test(time.toLocalDate()))
                .findFirst()
                .orElseThrow(() -> new Impossible("There is no such day"));
    }
}
