package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.cron.CronParser;
import dev.almanac.recurrence.wall.DayWall;
import dev.almanac.recurrence.wall.Times;
import dev.almanac.recurrence.wall.Wall;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Some zones of every kind in every century, names included. */
class ClocksTest {
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("America/New_York"),
            ZoneId.of("Europe/London"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("Asia/Kolkata"));
    private static final LocalDateTime START = LocalDateTime.parse("1850-01-01T00:00");

    @ParameterizedTest
    @ValueSource(ints = {1883, 1945, 2026, 2037, 2038, 2100, 2436, 2437, 2438, 2439, 2440, 2838, 3000, 9990})
    void follow_their_rules_in_every_century(int year) {
        var from = LocalDateTime.of(year, 1, 2, 0, 0).toInstant(ZoneOffset.UTC);
        for (var cron : List.of("10,40 0-3 * * *", "20 2 * * *", "*/20 0-4 * * *", "0 2,3 * * *")) {
            var rule = CronParser.parse(cron);
            var wall = new DayWall(rule.days(), new Times(rule.hours(), rule.minutes(), 1));
            for (var zone : ZONES) {
                verify(cron, wall, rule.followsClock(), zone, from);
            }
        }
    }

    private static void verify(String cron, Wall wall, boolean followsClock, ZoneId zone, Instant from) {
        var until = from.plusSeconds(360L * 86_400);
        for (var transition : ClockOracle.transitions(zone.getRules(), from, until)) {
            for (var policy : ClockOracle.policies()) {
                var effective = followsClock ? DstPolicy.FOLLOW_THE_CLOCK : policy;
                var series = Series.ofRule(new Cron(cron), START, zone).with(policy);
                ClockOracle.verify(series, wall, effective, transition);
                ClockOracle.verifyNames(series, wall, effective, transition);
            }
        }
    }
}
