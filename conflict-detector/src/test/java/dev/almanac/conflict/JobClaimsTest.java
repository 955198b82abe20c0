package dev.almanac.conflict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import dev.almanac.events.conflict.ConflictType;
import dev.almanac.events.occurrence.MaterialisedOccurrence;
import dev.almanac.events.occurrence.MissReason;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.SeriesKind;
import dev.almanac.events.occurrence.SkipReason;
import dev.almanac.events.run.RunNote;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of rules beside events on the calendar that is their queue. */
class JobClaimsTest {
    private static final String FARM = "3f2b8a54-53e1-4d1b-9a3c-6f0e6b1c7d21";
    private static final LocalDate DAY = LocalDate.parse("2026-03-02");
    private static final LocalDateTime TEN = DAY.atTime(10, 0);
    private static final Instant AT_TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final String RUN = "rule@20260302T100000";

    @TempDir
    private @Nullable Path folder;

    private @Nullable Stream stream;

    @BeforeEach
    void open() {
        stream = new Stream(Objects.requireNonNull(folder));
        stream.calendar(FARM, CalendarType.QUEUE, 1);
        stream.event("maintenance", FARM, Stream.hours(10, 11));
    }

    @AfterEach
    void close() {
        stream().close();
    }

    @Test
    void a_planned_run_conflicts_with_an_event_on_the_calendar_that_is_its_queue() {
        stream().tell(planned(FARM, 1));
        assertThat(stream().said()).singleElement().satisfies(change -> {
            ScheduleConflictDetected found = (ScheduleConflictDetected) change;
            assertThat(List.of(found.scheduledEventId(), found.conflictingEventId()))
                    .containsExactlyInAnyOrder("maintenance", RUN);
            assertThat(found.conflictType()).isEqualTo(ConflictType.TIME_OVERLAP);
            assertThat(found.conflictLevel()).isEqualTo(ConflictLevel.MODERATE);
            assertThat(new TimeSlot(found.overlapStart(), found.overlapEnd())).isEqualTo(Stream.hours(10, 11));
        });
    }

    static List<OccurrenceChange> ends() {
        return List.of(
                new OccurrenceSucceeded(RUN, "rule", TEN, AT_TEN, 1, AT_TEN, RunNote.NONE),
                new OccurrenceFailed(RUN, "rule", TEN, AT_TEN, 1, AT_TEN, null, RunNote.NONE),
                new OccurrenceMissed(RUN, "rule", TEN, AT_TEN, 0, AT_TEN, MissReason.OVERDUE),
                new OccurrenceSkipped(RUN, "rule", TEN, AT_TEN, AT_TEN, SkipReason.PAUSED),
                new OccurrencesWithdrawn("rule", SeriesKind.RULE, 2, DAY, List.of(RUN)));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void the_slot_of_a_run_is_free_once_it_has_ended(OccurrenceChange end) {
        stream().tell(planned(FARM, 1));
        stream().said();
        stream().tell(end);
        assertThat(stream().said()).singleElement().isInstanceOf(ScheduleConflictCleared.class);
    }

    @Test
    void a_run_that_has_begun_or_is_tried_again_keeps_its_slot() {
        stream().tell(planned(FARM, 1));
        stream().said();
        stream().tell(new OccurrenceStarted(RUN, "rule", TEN, AT_TEN, 1, AT_TEN, RunNote.NONE));
        stream().tell(new OccurrenceFailed(RUN, "rule", TEN, AT_TEN, 1, AT_TEN, AT_TEN.plusSeconds(9), RunNote.NONE));
        assertThat(stream().said()).isEmpty();
    }

    @Test
    void a_queue_that_is_only_a_name_is_no_calendar_even_of_that_name() {
        stream().calendar("night", CalendarType.QUEUE, 1);
        stream().event("other", "night", Stream.hours(10, 11));
        stream().tell(planned("night", 1));
        assertThat(stream().said()).isEmpty();
    }

    @Test
    void what_runs_all_the_time_claims_nothing() {
        stream().tell(planned(FARM, 26));
        assertThat(stream().said()).isEmpty();
    }

    @Test
    void a_rule_whose_queue_is_another_calendar_now_claims_that_one() {
        stream().tell(planned(FARM, 1));
        List<ConflictChange> before = stream().said();
        stream().tell(planned("8a54f2b3-53e1-4d1b-9a3c-6f0e6b1c7d21", 1));
        assertThat(before).hasOnlyElementsOfType(ScheduleConflictDetected.class);
        assertThat(stream().said()).singleElement().isInstanceOf(ScheduleConflictCleared.class);
    }

    private Stream stream() {
        return Objects.requireNonNull(stream);
    }

    /** So many runs, a minute apart, the first at ten. */
    private static OccurrencesMaterialised planned(String queue, int runs) {
        List<MaterialisedOccurrence> occurrences = IntStream.range(0, runs)
                .mapToObj(minute -> new MaterialisedOccurrence(
                        minute == 0 ? RUN : RUN + minute,
                        TEN.plusMinutes(minute),
                        AT_TEN.plusSeconds(60L * minute),
                        AT_TEN.plusSeconds(60L * minute + 3600),
                        false))
                .toList();
        return new OccurrencesMaterialised("rule", SeriesKind.RULE, 1, DAY, queue, List.of(), occurrences);
    }
}
