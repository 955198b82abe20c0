package dev.almanac.command.changerequest.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.Moment;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Other timetables, asked for on Sunday, the first of March 2026, at 13:00. */
class RetimingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-03-01T13:00:00");
    private static final LocalDateTime START = LocalDateTime.parse("2026-01-01T09:30:00");
    private static final LocalTime THREE = LocalTime.of(3, 0);
    private static final Cron NIGHTLY = new Cron("0 2 * * *");

    private static Timetable timetable(Recurrence recurrence) {
        return new Timetable(recurrence, START, BERLIN, DstPolicy.DEFAULT, NOW);
    }

    private static List<String> next(Timetable timetable, int many) {
        return timetable.ahead().stream()
                .limit(many)
                .map(occurrence -> occurrence.nominal().toString())
                .toList();
    }

    static Stream<Arguments> asked() {
        return Stream.of(
                Arguments.of(NIGHTLY, THREE, null, List.of("2026-03-02T03:00", "2026-03-03T03:00", "2026-03-04T03:00")),
                Arguments.of(
                        new Cron("0 2 1 * *"),
                        THREE,
                        null,
                        List.of("2026-04-01T03:00", "2026-05-01T03:00", "2026-06-01T03:00")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new Weekly(1, Repeats.WEEKEND),
                        List.of("2026-03-07T02:00", "2026-03-08T02:00", "2026-03-14T02:00")),
                Arguments.of(
                        NIGHTLY,
                        LocalTime.of(17, 0),
                        new Weekly(2, Set.of(DayOfWeek.FRIDAY)),
                        List.of("2026-03-06T17:00", "2026-03-20T17:00", "2026-04-03T17:00")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new Weekly(1, Set.of()),
                        List.of("2026-03-02T02:00", "2026-03-09T02:00", "2026-03-16T02:00")),
                Arguments.of(
                        NIGHTLY,
                        THREE,
                        new EveryDays(3),
                        List.of("2026-03-02T03:00", "2026-03-05T03:00", "2026-03-08T03:00")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new EveryPeriod(Duration.ofHours(2)),
                        List.of("2026-03-01T14:00", "2026-03-01T16:00", "2026-03-01T18:00")),
                Arguments.of(
                        NIGHTLY,
                        LocalTime.of(3, 10),
                        new EveryPeriod(Duration.ofHours(6)),
                        List.of("2026-03-01T15:10", "2026-03-01T21:10", "2026-03-02T03:10")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new EveryPeriod(Duration.ofMinutes(15)),
                        List.of("2026-03-01T13:15", "2026-03-01T13:30", "2026-03-01T13:45")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new EveryPeriod(Duration.ofMinutes(90)),
                        List.of("2026-03-01T13:30", "2026-03-01T15:00", "2026-03-01T16:30")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new Monthly(1, 15),
                        List.of("2026-03-15T02:00", "2026-04-15T02:00", "2026-05-15T02:00")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new Monthly(1, -1),
                        List.of("2026-03-31T02:00", "2026-04-30T02:00", "2026-05-31T02:00")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new Monthly(3, 0),
                        List.of("2026-03-02T02:00", "2026-06-02T02:00", "2026-09-02T02:00")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new MonthlyNth(1, DayOfWeek.MONDAY),
                        List.of("2026-03-02T02:00", "2026-04-06T02:00", "2026-05-04T02:00")),
                Arguments.of(
                        NIGHTLY,
                        null,
                        new MonthlyNth(-1, DayOfWeek.FRIDAY),
                        List.of("2026-03-27T02:00", "2026-04-24T02:00", "2026-05-29T02:00")),
                Arguments.of(
                        new Pattern(Pattern.Type.WEEKLY, 1, List.of(DayOfWeek.TUESDAY), null, null, null),
                        THREE,
                        null,
                        List.of("2026-03-03T03:00", "2026-03-10T03:00", "2026-03-17T03:00")),
                Arguments.of(
                        new Rrule(
                                "FREQ=DAILY",
                                List.of(),
                                List.of(new Moment.OnTheWall(LocalDateTime.parse("2026-03-03T09:30")))),
                        THREE,
                        null,
                        List.of("2026-03-02T03:00", "2026-03-04T03:00", "2026-03-05T03:00")),
                Arguments.of(
                        new Every(Duration.ofDays(2), null),
                        THREE,
                        null,
                        List.of("2026-03-02T03:00", "2026-03-04T03:00", "2026-03-06T03:00")));
    }

    @ParameterizedTest
    @MethodSource("asked")
    void a_timetable_names_the_times_that_were_asked_for(
            Recurrence before, @Nullable LocalTime time, @Nullable Repeats repeats, List<String> times) {
        assertThat(next(Retiming.of(timetable(before), time, repeats), times.size()))
                .isEqualTo(times);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 */2 * * *", "*/5 * * * *", "0 2,14 * * *"})
    void what_is_at_several_times_a_day_is_not_moved_to_one(String cron) {
        assertThatThrownBy(() -> Retiming.of(timetable(new Cron(cron)), THREE, null))
                .isInstanceOf(Impossible.class);
        assertThatThrownBy(() -> Retiming.of(timetable(new Cron(cron)), null, new Weekly(1, Repeats.WEEKDAYS)))
                .isInstanceOf(Impossible.class);
    }

    @Test
    void what_ends_goes_on_to_end_on_the_same_day() {
        Rrule ending = new Rrule("FREQ=DAILY;UNTIL=20260310T093000");
        Timetable after = Retiming.of(timetable(ending), THREE, new Weekly(1, Repeats.EVERY_DAY));
        assertThat(after.ahead()).hasSize(9);
        assertThat(after.ahead().getLast().nominal()).isEqualTo(LocalDateTime.parse("2026-03-10T03:00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 2 * * *", "30 1,13 * * 1-5", "0 2 * * 0,6", "15 4 * * 7"})
    void a_run_that_is_left_out_leaves_all_others_as_they_were(String cron) {
        Timetable before = timetable(new Cron(cron));
        LocalDateTime third = before.ahead().get(2).nominal();
        Timetable after = Omission.of(before, Set.of(third));
        assertThat(after.ahead().stream().limit(40).toList())
                .isEqualTo(before.ahead().stream()
                        .filter(occurrence -> !occurrence.nominal().equals(third))
                        .limit(40)
                        .toList());
    }

    @Test
    void what_is_left_out_twice_stays_away() {
        Timetable before = timetable(NIGHTLY);
        LocalDateTime third = before.ahead().get(2).nominal();
        LocalDateTime fifth = before.ahead().get(4).nominal();
        Timetable after = Omission.of(Omission.of(before, Set.of(third)), Set.of(fifth));
        assertThat(next(after, 4))
                .containsExactly("2026-03-02T02:00", "2026-03-03T02:00", "2026-03-05T02:00", "2026-03-07T02:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 2 13 * 5", "*/7 * * * *", "0 2 * 3 *"})
    void what_no_simple_rule_says_is_not_rewritten(String cron) {
        assertThatThrownBy(() -> Omission.of(timetable(new Cron(cron)), Set.of(NOW)))
                .isInstanceOf(Impossible.class);
    }
}
