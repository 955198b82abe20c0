package dev.almanac.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.cron.CronParser;
import dev.almanac.recurrence.wall.DayWall;
import dev.almanac.recurrence.wall.Times;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every zone of the JDK (one for each set of rules) over every transition from 2000 to 2040, against the policies as defined, applied by java.time to
 * one nominal time after another.
 */
class ZoneSweepTest {
    private static final Instant FROM = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant UNTIL = Instant.parse("2040-01-01T00:00:00Z");
    /** One of all zones that have the same rules. */
    private static final List<ZoneId> ZONES = List.copyOf(ZoneId.getAvailableZoneIds().stream()
            .map(ZoneId::of)
            .collect(Collectors.toMap(ZoneId::getRules, Function.identity(), (zone, _) -> zone))
            .values());

    private static final LocalDateTime START = LocalDateTime.parse("1999-12-01T00:00");

    @ParameterizedTest
    @ValueSource(strings = {"30 2 * * *", "0 0 * * *", "30 1 * * 0", "5,35 0-3 * * 6,0"})
    void loses_and_doubles_nothing_around_any_transition(String cron) {
        for (var policy : ClockOracle.policies()) {
            var nominal = CronParser.parse(cron);
            var wall = new DayWall(nominal.days(), new Times(nominal.hours(), nominal.minutes(), 1));
            for (var zone : ZONES) {
                var series = Series.ofRule(new Cron(cron), START, zone).with(policy);
                for (var transition : ClockOracle.transitions(zone.getRules(), FROM, UNTIL)) {
                    ClockOracle.verify(series, wall, policy, transition);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 * * * *", "*/30 * * * *", "15 */2 * * *"})
    void follows_the_wall_clock_with_wildcard_jobs(String cron) {
        var rule = CronParser.parse(cron);
        var wall = new DayWall(rule.days(), new Times(rule.hours(), rule.minutes(), 1));
        for (var zone : ZONES) {
            var series = Series.ofRule(new Cron(cron), START, zone);
            for (var transition : ClockOracle.transitions(zone.getRules(), FROM, UNTIL)) {
                ClockOracle.verify(series, wall, DstPolicy.FOLLOW_THE_CLOCK, transition);
            }
        }
    }

    @Test
    void keeps_elapsed_time_through_every_transition() {
        var rule = new Rrule("FREQ=MINUTELY;INTERVAL=30");
        for (var zone : ZONES) {
            var series = Series.ofRule(rule, START, zone);
            for (var transition : ClockOracle.transitions(zone.getRules(), FROM, UNTIL)) {
                var instants = new long[200];
                long from = transition.toEpochSecond() - 86_400;
                assertThat(series.fill(from, from + 2 * 86_400, instants)).isEqualTo(96);
                for (int i = 1; i < 96; i++) {
                    assertThat(instants[i] - instants[i - 1]).isEqualTo(1800);
                }
            }
        }
    }
}
