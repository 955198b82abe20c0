package dev.almanac.command.schedule.confirm;

import static dev.almanac.command.schedule.Given.by;
import static dev.almanac.command.schedule.Given.changes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.schedule.Given;
import dev.almanac.events.schedule.ScheduleChange.ScheduleConfirmed;
import org.junit.jupiter.api.Test;

class ConfirmScheduleTest {
    private static final Request STAN = by("stan", Role.STAFF);

    @Test
    void a_confirmation_is_given_once() {
        var command = new ConfirmSchedule("e", null, STAN);
        var confirmed = new ScheduleConfirmed("e", "stan", null);
        assertThat(changes(ConfirmSchedule.decide(command, Given.event()))).containsExactly(confirmed);
        assertThat(changes(ConfirmSchedule.decide(command, Given.state(Given.scheduled(null), confirmed))))
                .isEmpty();
    }
}
