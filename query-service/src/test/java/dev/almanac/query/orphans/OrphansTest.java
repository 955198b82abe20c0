package dev.almanac.query.orphans;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.query.events.ScheduleView;
import dev.almanac.query.orphans.Orphan.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrphansTest {
    private static final Instant NINE = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant BEFORE = NINE.minus(Duration.ofDays(1));
    private static final Duration TWO_HOURS = Duration.ofHours(2);
    private static final Companion COMPANION = new Companion("follow", TWO_HOURS);
    private static final Companion OTHER = new Companion("other", Duration.ofHours(-1));

    @ParameterizedTest(name = "{0} at 0 and {1} {2} min later: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "SCHEDULED,    SCHEDULED,    120, -",
                "CONFIRMED,    TENTATIVE,    120, -",
                "RESCHEDULING, CONFIRMED,    120, -",
                "SCHEDULED,    SCHEDULED,    121, COMPANION_OFF",
                "SCHEDULED,    CONFIRMED,      0, COMPANION_OFF",
                "TENTATIVE,    RESCHEDULING, -60, COMPANION_OFF",
                "SCHEDULED,    UNSCHEDULED,  120, COMPANION_UNSCHEDULED",
                "SCHEDULED,    CANCELLED,    120, COMPANION_CANCELLED",
                "SCHEDULED,    -,            120, COMPANION_MISSING",
                "UNSCHEDULED,  SCHEDULED,    120, PRIMARY_UNSCHEDULED",
                "UNSCHEDULED,  CONFIRMED,      0, PRIMARY_UNSCHEDULED",
                "UNSCHEDULED,  UNSCHEDULED,    0, -",
                "UNSCHEDULED,  CANCELLED,    120, -",
                "UNSCHEDULED,  -,            120, -",
                "CANCELLED,    SCHEDULED,    120, PRIMARY_CANCELLED",
                "CANCELLED,    CANCELLED,    120, -",
                "CANCELLED,    -,            120, -",
            })
    void a_pair_is_in_step_or_it_is_said_what_is_wrong(
            ScheduleStatus primary, @Nullable ScheduleStatus companion, long minutes, @Nullable Kind wrong) {
        assertThat(of(primary, companion, minutes, BEFORE))
                .extracting(Orphan::kind)
                .isEqualTo(wrong == null ? List.of() : List.of(wrong));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "SCHEDULED,   SCHEDULED,   POST,   /api/v1/schedules/follow/reschedule",
                "SCHEDULED,   UNSCHEDULED, POST,   /api/v1/schedules/follow/reschedule",
                "SCHEDULED,   CANCELLED,   PATCH,  /api/v1/schedules/lead",
                "SCHEDULED,   -,           PATCH,  /api/v1/schedules/lead",
                "UNSCHEDULED, SCHEDULED,   POST,   /api/v1/schedules/follow/unschedule",
                "CANCELLED,   SCHEDULED,   DELETE, /api/v1/schedules/follow",
            })
    void each_comes_with_a_command_that_repairs_it(
            ScheduleStatus primary, @Nullable ScheduleStatus companion, String method, String path) {
        Repair repair = of(primary, companion, 60, BEFORE).getFirst().repair();
        assertThat(repair.method()).isEqualTo(method);
        assertThat(repair.path()).isEqualTo(path);
    }

    @Test
    void what_is_off_moves_to_the_start_of_its_primary_and_the_offset() {
        Orphan off = of(ScheduleStatus.SCHEDULED, ScheduleStatus.SCHEDULED, 60, BEFORE)
                .getFirst();
        assertThat(off.expectedStartDateTime()).isEqualTo(NINE.plus(TWO_HOURS));
        assertThat(off.foundStartDateTime()).isEqualTo(NINE.plus(Duration.ofHours(1)));
        assertThat(off.repair().body()).containsEntry("newStartDateTime", "2026-03-03T11:00:00Z");
    }

    @Test
    void what_is_gone_is_not_named_any_more_and_the_others_are() {
        ScheduleView primary = event("lead", ScheduleStatus.SCHEDULED, NINE, COMPANION, OTHER);
        ScheduleView other = event("other", ScheduleStatus.SCHEDULED, NINE.minus(Duration.ofHours(1)));
        List<Orphan> found = Orphans.of(primary, Map.of("other", other), BEFORE);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().repair().body())
                .isEqualTo(Map.of("companions", List.of(Map.of("scheduleId", "other", "offset", "PT-1H"))));
    }

    @Test
    void nothing_is_to_be_moved_into_the_past() {
        Instant noon = NINE.plus(Duration.ofHours(3));
        Orphan late = of(ScheduleStatus.SCHEDULED, ScheduleStatus.SCHEDULED, 240, noon)
                .getFirst();
        assertThat(late.repair().method()).isEqualTo("PATCH");
    }

    @Test
    void nothing_is_said_of_what_is_over() {
        Instant later = NINE.plus(Duration.ofDays(1));
        assertThat(of(ScheduleStatus.SCHEDULED, ScheduleStatus.SCHEDULED, 60, later))
                .isEmpty();
        assertThat(of(
                        ScheduleStatus.SCHEDULED,
                        ScheduleStatus.SCHEDULED,
                        Duration.ofDays(2).toMinutes(),
                        later))
                .hasSize(1);
        assertThat(of(ScheduleStatus.SCHEDULED, null, 60, later)).isEmpty();
    }

    private static List<Orphan> of(
            ScheduleStatus primary, @Nullable ScheduleStatus companion, long minutes, Instant now) {
        return Orphans.of(
                event("lead", primary, NINE, COMPANION),
                companion == null
                        ? Map.of()
                        : Map.of("follow", event("follow", companion, NINE.plus(Duration.ofMinutes(minutes)))),
                now);
    }

    private static ScheduleView event(String id, ScheduleStatus status, Instant start, Companion... companions) {
        Instant end = start.plus(Duration.ofHours(1));
        return new ScheduleView(
                id,
                0,
                status,
                new Booking("hall", start, end, "UTC", null),
                new EventDetails(null, id, null, null, null, 0, List.of(), List.of(), false, List.of(companions)),
                List.of(),
                List.of(),
                end,
                "ana",
                BEFORE,
                "ana",
                BEFORE);
    }
}
