package dev.almanac.recurrence.rrule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.Days;
import dev.almanac.recurrence.wall.Times;
import dev.almanac.recurrence.wall.Wall;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted and looked for is leapt to: how often a rule's days are asked for is bounded, whatever its COUNT. */
class ExaminedTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T00:00");
    private static final long FROM = Dates.wall(START);
    private static final String BOTH_ENDS =
            IntStream.rangeClosed(1, 366).mapToObj(n -> n + ",-" + n).collect(Collectors.joining(","));

    /** Counts the months that are looked at. */
    private static final class Asked implements Days {
        private final Days days;
        private int months;

        Asked(Days days) {
            this.days = days;
        }

        @Override
        public int mask(int month) {
            months++;
            return days.mask(month);
        }

        @Override
        public int monthFrom(int month) {
            return days.monthFrom(month);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=DAILY;BYHOUR=9,17;BYSETPOS=1             | 20000      |     700
            FREQ=DAILY;BYHOUR=9,17;BYSETPOS=1             | 1000000000 |  96000
            FREQ=WEEKLY;BYDAY=MO,TU;BYHOUR=9;BYSETPOS=*   | 20000      |  15000
            FREQ=MONTHLY;BYDAY=MO;BYHOUR=9,17;BYSETPOS=*  | 20000      |   2400
            FREQ=YEARLY;BYDAY=MO;BYSETPOS=*               | 20000      |   5000
            FREQ=YEARLY;BYYEARDAY=1,2,200;BYSETPOS=*      | 20000      |  80100
            """)
    void positions_are_counted_by_the_period(String text, long count, int monthsMost) {
        var rule = RuleParser.parse(text.replace("*", BOTH_ENDS));
        var days = new Asked(RuleDays.of(rule, Dates.day(FROM)));
        var times = new Times(rule.hours() == 0 ? 1 : rule.hours(), 1, 1);

        new ChosenWall(days, times, rule).nth(count, FROM);

        assertThat(days.months).isLessThan(monthsMost);
    }

    @ParameterizedTest
    @CsvSource({"WEEKLY, 5", "DAILY, 3", "WEEKLY, -366"})
    void what_no_period_has_is_not_looked_for(String frequency, int position) {
        var rule = RuleParser.parse("FREQ=" + frequency + ";BYDAY=MO,TU;BYHOUR=9,10;BYSETPOS=" + position);
        var days = new Asked(RuleDays.of(rule, Dates.day(FROM)));

        assertThat(new ChosenWall(days, new Times(rule.hours(), 1, 1), rule).next(FROM, Dates.END))
                .isEqualTo(Wall.NONE);
        assertThat(days.months).isZero();
    }

    /**
     * What is looked at in vain is bounded for the whole count (ElapsedRule), and far less than the periods that lie between:
     * 59 minutes meet a given minute every 59 hours, 3,598 seconds a minute and a second some five times a year.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "FREQ=SECONDLY;INTERVAL=3598;BYMINUTE=7;BYSECOND=11",
                "FREQ=MINUTELY;INTERVAL=59;BYMINUTE=7",
                "FREQ=SECONDLY;INTERVAL=86399;BYHOUR=3;BYMINUTE=0;BYSECOND=0",
                "FREQ=MINUTELY;INTERVAL=1441;BYDAY=MO;BYMONTHDAY=31;BYHOUR=3"
            })
    void times_are_leapt_to(String rule) {
        var series = Series.of(new Rrule(rule + ";COUNT=200000"), START.plusSeconds(1), NEW_YORK);

        assertThat(series.first(1000)).hasSizeGreaterThan(30);
    }

    @Test
    void what_is_met_in_vain_too_often_is_refused_with_the_reason() {
        var tuesdays = new Rrule("FREQ=MINUTELY;INTERVAL=59;BYMINUTE=7;BYDAY=TU;COUNT=200000");

        assertThatThrownBy(() -> Series.of(tuesdays, START, NEW_YORK))
                .isInstanceOf(InvalidRecurrence.class)
                .hasMessageContaining("too sparse");
    }

    @Test
    void whatever_is_counted_is_what_stepping_counts() {
        var random = new Random(17);
        for (int i = 0; i < 500; i++) {
            var text = rule(random);
            var start = START.plusSeconds(random.nextInt(400 * 86_400));
            var endless = Series.ofRule(new Rrule(text), start, NEW_YORK);
            var all = new long[60];
            int found = endless.fill(Long.MIN_VALUE, Long.MAX_VALUE, all);
            for (int count : new int[] {1, 2, 7, 30, 59}) {
                if (count < found) {
                    var counted = Series.ofRule(new Rrule(text + ";COUNT=" + count), start, NEW_YORK);
                    var few = new long[60];
                    int filled = counted.fill(Long.MIN_VALUE, Long.MAX_VALUE, few);
                    assertThat(LongStream.of(few).limit(filled))
                            .as("%s from %s, %d times", text, start, count)
                            .containsExactlyElementsOf(
                                    LongStream.of(all).limit(count).boxed().toList());
                }
            }
        }
    }

    private static String rule(Random random) {
        var frequency = new String[] {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"}[random.nextInt(4)];
        var days = random.nextBoolean() ? ";BYDAY=MO,WE,SA" : ";BYDAY=TU";
        var months = random.nextInt(3) == 0 ? ";BYMONTH=2,7" : "";
        var positions = IntStream.generate(() -> random.nextInt(1, 9) * (random.nextBoolean() ? 1 : -1))
                .limit(random.nextInt(1, 6))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(","));
        return "FREQ=" + frequency + ";INTERVAL=" + random.nextInt(1, 4) + days + months
                + ";BYHOUR=3,9,17;BYMINUTE=5,10;BYSETPOS=" + positions;
    }
}
