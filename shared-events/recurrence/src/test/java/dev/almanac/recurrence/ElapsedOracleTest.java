package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules in elapsed time beside what is found by stepping through every one of their periods. */
class ElapsedOracleTest {
    private static final List<String> ZONES = List.of(
            "America/New_York", "Australia/Lord_Howe", "Antarctica/Troll", "Asia/Kathmandu", "Pacific/Apia", "UTC");
    private static final List<String> WEEKDAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");

    /** Clocks that move by half an hour: the limit holds for the occurrence, not for the hour in which its period began. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            FREQ=HOURLY;BYHOUR=9            | 2026-01-05T09:45 | 09:15
            FREQ=HOURLY;BYHOUR=9,10         | 2026-01-05T09:45 | 09:15 10:15
            FREQ=HOURLY;BYDAY=MO;BYHOUR=23  | 2026-01-05T23:45 | 23:15
            FREQ=HOURLY;BYHOUR=9;BYMINUTE=5,45 | 2026-01-05T09:45 | 09:05 09:45
            FREQ=MINUTELY;INTERVAL=30;BYHOUR=9 | 2026-01-05T09:20 | 09:20 09:50
            """)
    void the_hour_that_is_named_is_that_of_the_occurrence(String rule, LocalDateTime start, String times) {
        var zone = ZoneId.of("Australia/Lord_Howe");
        var july = Series.ofRule(new Rrule(rule), start, zone)
                .between(Instant.parse("2026-06-28T13:00:00Z"), Instant.parse("2026-08-02T13:00:00Z"), 1000)
                .toList();

        assertThat(july.stream()
                        .map(occurrence -> occurrence.nominal().toLocalTime().toString())
                        .distinct())
                .containsExactly(times.split(" "));
        assertThat(july).hasSizeGreaterThan(4);
    }

    @Test
    void occurs_as_stepping_finds_it() {
        var random = new Random(17);
        for (int i = 0; i < 400; i++) {
            var zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            var start = LocalDateTime.parse("2026-01-05T00:00").plusSeconds(random.nextInt(86_400 * 365));
            int unit = List.of(1, 60, 3600).get(random.nextInt(3));
            int interval =
                    List.of(1, 2, 7, 25, 59, 3598, 1 + random.nextInt(5000)).get(random.nextInt(7));
            agrees(unit, unit == 1 ? 200 + interval : interval, random, start, zone);
        }
    }

    private static void agrees(int unit, int interval, Random random, LocalDateTime start, ZoneId zone) {
        var text = new StringBuilder("FREQ=" + (unit == 1 ? "SECONDLY" : unit == 60 ? "MINUTELY" : "HOURLY"));
        text.append(";INTERVAL=").append(interval);
        LongPredicate allowed = _ -> true;
        if (random.nextBoolean()) {
            var hours = some(random, 24, 5);
            text.append(";BYHOUR=").append(list(hours));
            allowed = allowed.and(second -> hours.contains(shown(second, zone).getHour()));
        }
        if (random.nextBoolean() && unit < 3600) {
            var minutes = some(random, 60, 20);
            text.append(";BYMINUTE=").append(list(minutes));
            allowed = allowed.and(second -> minutes.contains(shown(second, zone).getMinute()));
        }
        if (random.nextInt(4) == 0 && unit == 1) {
            var seconds = some(random, 60, 30);
            text.append(";BYSECOND=").append(list(seconds));
            allowed = allowed.and(second -> seconds.contains(shown(second, zone).getSecond()));
        }
        if (random.nextInt(3) == 0) {
            var days = some(random, 7, 3);
            text.append(";BYDAY=")
                    .append(String.join(",", days.stream().map(WEEKDAYS::get).toList()));
            allowed = allowed.and(
                    second -> days.contains(shown(second, zone).getDayOfWeek().getValue() - 1));
        }
        if (random.nextInt(4) == 0) {
            var months = some(random, 12, 6).stream().map(month -> month + 1).toList();
            text.append(";BYMONTH=").append(list(months));
            allowed = allowed.and(second -> months.contains(shown(second, zone).getMonthValue()));
        }
        long first = start.atZone(zone).toEpochSecond();
        long step = (long) unit * interval;
        long[] expected = LongStream.iterate(first, second -> second + step)
                .limit(Math.min(20_000, Duration.ofDays(900).toSeconds() / step))
                .filter(allowed)
                .toArray();
        long end = first + Math.min(20_000, Duration.ofDays(900).toSeconds() / step) * step;
        var found = new long[expected.length + 5];
        int count = Series.ofRule(new Rrule(text.toString()), start, zone).fill(Long.MIN_VALUE, end, found);

        assertThat(LongStream.of(found).limit(count).toArray())
                .as("%s from %s in %s", text, start, zone)
                .isEqualTo(expected);
        if (expected.length > 2) {
            var counted = new Rrule(text + ";COUNT=" + (expected.length - 1));
            assertThat(Series.ofRule(counted, start, zone).nextAfter(expected[expected.length - 3]))
                    .isEqualTo(expected[expected.length - 2]);
            assertThat(Series.ofRule(counted, start, zone).nextAfter(expected[expected.length - 2]))
                    .isEqualTo(Series.NONE);
        }
    }

    private static ZonedDateTime shown(long second, ZoneId zone) {
        return Instant.ofEpochSecond(second).atZone(zone);
    }

    private static List<Integer> some(Random random, int range, int most) {
        return IntStream.generate(() -> random.nextInt(range))
                .limit(1 + random.nextInt(most))
                .distinct()
                .sorted()
                .boxed()
                .toList();
    }

    private static String list(List<Integer> values) {
        return String.join(",", values.stream().map(String::valueOf).toList());
    }
}
