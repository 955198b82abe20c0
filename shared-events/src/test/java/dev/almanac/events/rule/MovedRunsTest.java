package dev.almanac.events.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.rule.RuleChange.RuleDisabled;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MovedRunsTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant THREE = Instant.parse("2026-03-02T03:00:00Z");
    private static final Instant FIVE = Instant.parse("2026-03-02T05:00:00Z");

    @Test
    void a_moved_run_is_where_it_was_moved_to_and_nowhere_else() {
        assertThat(times(MovedRuns.NONE.after(moved(FIVE)), 3))
                .extracting(RunTime::scheduledAt)
                .containsExactly(FIVE, THREE.plus(Duration.ofDays(1)), THREE.plus(Duration.ofDays(2)));
        assertThat(times(MovedRuns.NONE.after(moved(FIVE)), 1))
                .containsExactly(new RunTime("r@20260302T030000", LocalDateTime.parse("2026-03-02T03:00"), FIVE, true));
    }

    @Test
    void a_run_that_is_moved_again_is_where_it_was_moved_last_and_none_once_it_is_back() {
        MovedRuns twice = MovedRuns.NONE.after(moved(FIVE)).after(moved(FIVE.plusSeconds(60)));
        assertThat(twice.runs())
                .singleElement()
                .satisfies(run -> assertThat(run.startDateTime()).isEqualTo(FIVE.plusSeconds(60)));
        assertThat(twice.after(moved(THREE))).isEqualTo(MovedRuns.NONE);
    }

    @Test
    void a_move_outlasts_an_update_that_names_its_time_still_and_no_other() {
        MovedRuns moved = MovedRuns.NONE.after(moved(FIVE));
        assertThat(moved.after(updated("0 3 * * 1"))).isEqualTo(moved);
        assertThat(moved.after(updated("0 4 * * *"))).isEqualTo(MovedRuns.NONE);
        assertThat(moved.after(new RuleDisabled("r", NOON, null, "ana"))).isEqualTo(MovedRuns.NONE);
    }

    @Test
    void a_move_is_forgotten_when_both_its_times_are_over() {
        MovedRuns moved = MovedRuns.NONE.after(moved(FIVE));
        assertThat(moved.forgetting(FIVE)).isEqualTo(moved);
        assertThat(moved.forgetting(FIVE.plusSeconds(1))).isEqualTo(MovedRuns.NONE);
    }

    @Test
    void moves_are_kept_as_a_list() {
        MovedRuns moved = MovedRuns.NONE.after(moved(FIVE));
        byte[] json = ChangeJson.mapper().writeValueAsBytes(moved);
        assertThat(ChangeJson.mapper().readValue(json, MovedRuns.class)).isEqualTo(moved);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia"})
    void every_occurrence_of_a_series_is_found_by_its_name(String zone) {
        for (Recurrence recurrence : List.of(
                new Cron("30 2 * * *"),
                new Cron("*/30 * * * *"),
                new Every(Duration.ofMinutes(90), null),
                new Rrule("FREQ=DAILY"))) {
            RuleProfile profile = profile(recurrence, zone);
            profile.series().between(Instant.parse("2011-01-01T00:00:00Z"), Instant.MAX, 3_000).stream()
                    .forEach(occurrence -> assertThat(profile.series().named(occurrence.suffix()))
                            .contains(occurrence));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "20260302T040000",
                "20260302T030000~2",
                "20261302T030000",
                "99999999T999999",
                "20260302T030000.000Z"
            })
    void what_a_series_does_not_name_is_not_found(String suffix) {
        assertThat(profile(new Cron("0 3 * * *"), "UTC").series().named(suffix)).isEmpty();
    }

    @Test
    void a_rule_is_frequent_if_it_has_bursts_of_more_than_hourly_runs() {
        assertThat(frequent("0 * * * *")).isFalse();
        assertThat(frequent("*/5 * * * *")).isTrue();
        assertThat(frequent("* 9 * * 1")).isTrue();
        assertThat(frequent("*/5 9 * * *")).isFalse();
    }

    @Test
    void a_rule_is_described_from_its_own_start() {
        assertThat(profile(new Cron("0 3 * * *"), "UTC").describe()).contains("from 2011-01-01");
    }

    private static boolean frequent(String cron) {
        return profile(new Cron(cron), "UTC").frequent(NOON);
    }

    private static List<RunTime> times(MovedRuns moved, int limit) {
        Instant until = THREE.plus(Duration.ofDays(9));
        return moved.among(
                        profile(new Cron("0 3 * * *"), "UTC")
                                .series()
                                .between(NOON, until, moved.oneMore(limit))
                                .stream()
                                .map(occurrence -> RunTime.of("r", occurrence)),
                        NOON,
                        until,
                        limit)
                .toList();
    }

    private static RunRescheduled moved(Instant to) {
        return new RunRescheduled(
                "r", "r@20260302T030000", LocalDateTime.parse("2026-03-02T03:00"), THREE, THREE, to, NOON, null, "ana");
    }

    private static RuleUpdated updated(String cron) {
        return new RuleUpdated("r", profile(new Cron(cron), "UTC"), NOON, "ana");
    }

    private static RuleProfile profile(Recurrence recurrence, String zone) {
        return new RuleProfile(
                "Backup",
                recurrence,
                LocalDateTime.parse("2011-01-01T00:00"),
                zone,
                "night",
                new JobTemplate("backup", null, 5, 60),
                RuleOptions.DEFAULT,
                new RuleMetadata(null, null, List.of()));
    }
}
