package dev.almanac.command.conflict.apply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.rejection.VersionIsStale;
import dev.almanac.command.schedule.Given;
import dev.almanac.command.schedule.reschedule.RescheduleEvent;
import dev.almanac.command.schedule.reschedule.RescheduleOccurrence;
import dev.almanac.command.schedule.update.ExchangeResource;
import dev.almanac.events.conflict.ResolutionMethod;
import java.util.Objects;
import java.util.Set;
import org.axonframework.commandhandling.CommandExecutionException;
import org.junit.jupiter.api.Test;

class SuggestionTest {
    private static final KnownConflict CONFLICT =
            new KnownConflict(3, true, Set.of("e", "s@20260310T090000"), "beamer");
    private static final Request ANA = Given.by("ana", Role.STAFF);

    @Test
    void another_time_is_a_move_of_the_event_or_of_the_occurrence() {
        assertThat(of(ResolutionMethod.RESCHEDULED, "e").of(CONFLICT, ANA))
                .isInstanceOfSatisfying(RescheduleEvent.class, move -> {
                    assertThat(move.scheduleId()).isEqualTo("e");
                    assertThat(move.newStart()).isEqualTo(Given.NINE);
                });
        assertThat(of(ResolutionMethod.RESCHEDULED, "s@20260310T090000").of(CONFLICT, ANA))
                .isInstanceOfSatisfying(
                        RescheduleOccurrence.class,
                        move -> assertThat(move.occurrenceId()).isEqualTo("s@20260310T090000"));
    }

    @Test
    void another_resource_takes_the_place_of_the_one_they_compete_for() {
        assertThat(of(ResolutionMethod.RESOURCE_CHANGED, "e").of(CONFLICT, ANA))
                .isEqualTo(new ExchangeResource("e", "beamer", "other", ANA));
        assertThat(refusal(of(ResolutionMethod.RESOURCE_CHANGED, "s@20260310T090000"), CONFLICT, ANA))
                .isInstanceOf(ActionIsNotAvailable.class);
    }

    @Test
    void what_concerns_others_or_is_over_or_takes_a_person_is_refused() {
        assertThat(refusal(of(ResolutionMethod.RESCHEDULED, "third"), CONFLICT, ANA))
                .isInstanceOf(ActionIsNotAvailable.class);
        assertThat(refusal(of(ResolutionMethod.SPLIT, "e"), CONFLICT, ANA)).isInstanceOf(ActionIsNotAvailable.class);
        KnownConflict over = new KnownConflict(4, false, CONFLICT.parties(), "beamer");
        assertThat(refusal(of(ResolutionMethod.RESCHEDULED, "e"), over, ANA)).isInstanceOf(ActionIsNotAvailable.class);
    }

    @Test
    void if_match_names_the_version_of_the_conflict_and_not_of_the_event() {
        Request seen = new Request(ANA.caller(), ANA.at(), 3L, "request");
        assertThat(of(ResolutionMethod.RESCHEDULED, "e")
                        .of(CONFLICT, seen)
                        .request()
                        .expectedVersion())
                .isNull();
        Request stale = new Request(ANA.caller(), ANA.at(), 2L, "request");
        assertThat(refusal(of(ResolutionMethod.RESCHEDULED, "e"), CONFLICT, stale))
                .isEqualTo(new VersionIsStale(2, 3));
    }

    private static Suggestion of(ResolutionMethod method, String scheduleId) {
        return new Suggestion(method, scheduleId, Given.NINE, Given.TEN, "other", null);
    }

    private static Rejection refusal(Suggestion suggestion, KnownConflict conflict, Request request) {
        CommandExecutionException refused =
                catchThrowableOfType(CommandExecutionException.class, () -> suggestion.of(conflict, request));
        return Objects.requireNonNull(refused.<Rejection>getDetails().orElse(null));
    }
}
