package dev.almanac.recurrence.english;

import com.cronutils.descriptor.CronDescriptor;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.parser.CronParser;
import dev.almanac.recurrence.cron.CronRule;
import java.util.Locale;
import java.util.Optional;

/**
 * What a cron means in cron-utils' words, for the shapes that it says rightly and readably. It is handed a text of ours made
 * from the bits, so that names, case, blanks, macros and question marks are read by one parser only.
 *
 * <p>Not asked, because of what it says (9.2.1, each seen):
 *
 * <ul>
 *   <li>both day fields: "at 13 day at Friday day" for what is OR in crontab(5), and the same for Vixie's AND;
 *   <li>uneven steps: "every 7 minutes" for 0, 7 … 56, 0; an offset, "every 10 minutes" for {@code 5/10}; steps of days,
 *       which begin anew with each month; steps within a range, whose ends it drops;
 *   <li>lists: "at 30 minute at 8 and 17 hours", and {@code FRI#2} in a list loses its number;
 *   <li>{@code FRI#3}: "Friday 3 of every month", which reads as a date;
 *   <li>single days and months: "at 13 day at January month"; years: "at 2027 and 2028 years";
 *   <li>minutes within a range of hours: "every minute every hour between 9 and 17", which leaves open what 17 means.
 * </ul>
 */
public final class CronUtilsEnglish {
    /** Two in a row are better named than called a range. */
    private static final int RANGE_MIN = 3;

    private static final CronDefinition DEFINITION = CronDefinitionBuilder.defineCron()
            .withSeconds()
            .and()
            .withMinutes()
            .and()
            .withHours()
            .and()
            .withDayOfMonth()
            .supportsL()
            .supportsW()
            .supportsLW()
            .and()
            .withMonth()
            .and()
            .withDayOfWeek()
            .withMondayDoWValue(1)
            .withValidRange(1, 7)
            .supportsL()
            .and()
            .instance();

    private CronUtilsEnglish() {}

    public static Optional<String> describe(CronRule rule) {
        boolean eitherDay = !rule.bothDays() && !rule.everyMonthDay() && !rule.everyWeekday();
        return rule.years() != null || eitherDay ? Optional.empty() : text(rule).map(CronUtilsEnglish::words);
    }

    private static String words(String cron) {
        var words = CronDescriptor.instance(Locale.ENGLISH).describe(new CronParser(DEFINITION).parse(cron));
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Optional<String> text(CronRule rule) {
        return times(rule)
                .flatMap(times -> ofMonth(rule)
                        .flatMap(ofMonth -> months(rule)
                                .flatMap(months ->
                                        ofWeek(rule).map(ofWeek -> String.join(" ", times, ofMonth, months, ofWeek)))));
    }

    private static Optional<String> times(CronRule rule) {
        var everyHour = rule.hours() == CronRule.ALL_HOURS;
        var second = single(rule.seconds());
        var minute = single(rule.minutes());
        if (second.isPresent() && minute.isPresent() && single(rule.hours()).isPresent()) {
            return Optional.of(second.get() + " " + minute.get() + " "
                    + single(rule.hours()).get());
        }
        if (rule.minutes() == CronRule.SIXTY && everyHour && rule.seconds() != 1) {
            return second.or(() -> steps(rule.seconds(), 60)).map(seconds -> seconds + " * *");
        }
        if (rule.seconds() != 1) {
            return Optional.empty();
        }
        if (everyHour) {
            return minute.or(() -> steps(rule.minutes(), 60)).map(minutes -> "0 " + minutes + " *");
        }
        return minute.flatMap(at -> hours(rule).map(hours -> "0 " + at + " " + hours));
    }

    private static Optional<String> hours(CronRule rule) {
        return steps(rule.hours(), 24).or(() -> rule.minutes() == 1 ? range(rule.hours()) : Optional.empty());
    }

    private static Optional<String> ofMonth(CronRule rule) {
        if (rule.everyMonthDay() || rule.everyDay()) {
            return Optional.of("*");
        }
        if (rule.monthDays() != 0) {
            return Optional.empty();
        }
        return rule.nearestWeekdays() == 0
                ? single(rule.monthDaysFromEnd()).map(day -> day.equals("1") ? "L" : "L-" + (Integer.parseInt(day) - 1))
                : single(rule.nearestWeekdays())
                        .filter(_ -> rule.monthDaysFromEnd() == 0)
                        .map(day -> day.equals("0") ? "LW" : day + "W");
    }

    private static Optional<String> ofWeek(CronRule rule) {
        if (rule.everyWeekday() || rule.everyDay()) {
            return Optional.of("*");
        }
        if (rule.nthDays().isEmpty()) {
            return range(2L * rule.weekdays());
        }
        var day = rule.nthDays().getFirst();
        boolean last = rule.weekdays() == 0 && rule.nthDays().size() == 1 && day.n() == -1;
        return last && rule.months() == CronRule.ALL_MONTHS ? Optional.of(day.weekday() + 1 + "L") : Optional.empty();
    }

    private static Optional<String> months(CronRule rule) {
        return rule.months() == CronRule.ALL_MONTHS ? Optional.of("*") : range(rule.months());
    }

    private static Optional<String> single(long mask) {
        return Long.bitCount(mask) == 1
                ? Optional.of(Integer.toString(Long.numberOfTrailingZeros(mask)))
                : Optional.empty();
    }

    private static Optional<String> range(long mask) {
        int first = Long.numberOfTrailingZeros(mask);
        int length = Long.bitCount(mask);
        return length >= RANGE_MIN && mask >>> first == (1L << length) - 1
                ? Optional.of(first + "-" + (first + length - 1))
                : Optional.empty();
    }

    /** Only steps that go round evenly: from 0, and a divisor of the cycle. */
    private static Optional<String> steps(long mask, int cycle) {
        int gap = cycle / Math.max(1, Long.bitCount(mask));
        return mask == CronRule.steps(gap, cycle) ? Optional.of(gap == 1 ? "*" : "*/" + gap) : Optional.empty();
    }
}
