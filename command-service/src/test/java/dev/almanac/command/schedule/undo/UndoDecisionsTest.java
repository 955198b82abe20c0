package dev.almanac.command.schedule.undo;

import static dev.almanac.command.schedule.Given.CLEO_THE_MANAGER;
import static dev.almanac.command.schedule.Given.NINE;
import static dev.almanac.command.schedule.Given.NOW;
import static dev.almanac.command.schedule.Given.TEN;
import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static dev.almanac.command.schedule.Given.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.ChangeCannotBeUndone;
import dev.almanac.command.schedule.Given;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceCancelled;
import dev.almanac.events.schedule.ScheduleChange.OccurrenceRescheduled;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import dev.almanac.events.schedule.ScheduledEvent;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UndoDecisionsTest {
    private static final ScheduleChange MOVED =
            new EventRescheduled("e", NINE, TEN, TEN, TEN.plusSeconds(3600), "UTC", null, false, "cleo");

    static Stream<Arguments> undone() {
        return Stream.of(
                Arguments.of(Given.event(), MOVED),
                Arguments.of(Given.event(), new ScheduleConfirmed("e", "cleo", null)),
                Arguments.of(Given.event(), new EventRemovedFromCalendar("e", "hall", "cleo", null)),
                Arguments.of(Given.event(), new EventRemovedFromCalendar("e", "hall", "cleo", null, true)),
                Arguments.of(Given.series(), new OccurrenceCancelled("e", "e@20260311T090000", null, "cleo")),
                Arguments.of(
                        Given.series(),
                        new OccurrenceRescheduled(
                                "e", "e@20260311T090000", TEN, TEN.plusSeconds(3600), null, null, "cleo")),
                Arguments.of(
                        Given.state(
                                Given.scheduled(null), new EventRemovedFromCalendar("e", "hall", "cleo", null, true)),
                        Given.scheduled(null)));
    }

    @ParameterizedTest
    @MethodSource("undone")
    void what_a_change_did_is_as_it_was_before(ScheduledEvent before, ScheduleChange change) {
        ScheduledEvent after = ScheduledEvent.evolve(before, change);
        List<ScheduleChange> undone =
                changes(UndoChange.decide(undo(CLEO_THE_MANAGER), List.of(episode(before, after))));

        assertThat(undone.getFirst()).isEqualTo(new ChangeUndone("e", "change", "cleo"));
        assertThat(ScheduledEvent.evolve(after, undone)).isEqualTo(before);
    }

    @Test
    void what_was_booked_is_removed() {
        UndoTarget booking = episode(new ScheduledEvent.Absent(), Given.event());
        assertThat(changes(UndoChange.decide(undo(CLEO_THE_MANAGER), List.of(booking))))
                .hasExactlyElementsOfTypes(ChangeUndone.class, EventRemovedFromCalendar.class);
    }

    @Test
    void only_the_author_or_a_manager_undoes_and_only_within_five_minutes() {
        List<UndoTarget> move = List.of(episode(Given.event(), ScheduledEvent.evolve(Given.event(), MOVED)));
        assertThat(refusal(UndoChange.decide(undo(by("stan", Role.STAFF)), move)))
                .isInstanceOf(CallerMayNot.class);
        assertThat(changes(UndoChange.decide(undo(by("cleo", Role.CUSTOMER)), move)))
                .hasSize(2);
        assertThat(changes(UndoChange.decide(undo(at(300)), move))).hasSize(2);
        assertThat(refusal(UndoChange.decide(undo(at(301)), move))).isInstanceOf(ChangeCannotBeUndone.class);
    }

    @Test
    void what_something_later_depends_on_stays_and_nothing_is_undone_twice() {
        ScheduledEvent after = ScheduledEvent.evolve(Given.event(), MOVED);
        UndoTarget dependent = new UndoTarget(
                "e", "cleo", NOW, Given.event(), after, List.of(new ScheduleConfirmed("e", "stan", null)));
        assertThat(refusal(UndoChange.decide(undo(CLEO_THE_MANAGER), List.of(dependent)))
                        .detail())
                .contains("ScheduleConfirmed");
        UndoTarget undone = new UndoTarget(
                "e", "cleo", NOW, Given.event(), after, List.of(new ChangeUndone("e", "change", "cleo")));
        assertThat(refusal(UndoChange.decide(undo(CLEO_THE_MANAGER), List.of(undone)))
                        .detail())
                .contains("undone already");
    }

    private static UndoChange undo(Request request) {
        return new UndoChange("change", request);
    }

    private static Request at(long secondsLater) {
        Instant later = NOW.plusSeconds(secondsLater);
        return Given.at(later, "cleo", Role.CUSTOMER);
    }

    private static UndoTarget episode(ScheduledEvent before, ScheduledEvent after) {
        return new UndoTarget("e", "cleo", NOW, before, after, List.of());
    }
}
