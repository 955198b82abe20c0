package dev.almanac.command.conflict.resolve;

import static dev.almanac.command.Decision.NOW;
import static dev.almanac.command.Decision.by;
import static dev.almanac.command.conflict.Conflicts.DETECTION;
import static dev.almanac.command.conflict.Conflicts.closed;
import static dev.almanac.command.conflict.Conflicts.detected;
import static dev.almanac.command.conflict.Conflicts.inHand;

import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ConflictStatus;
import dev.almanac.events.conflict.ResolutionMethod;
import org.junit.jupiter.api.Test;

class ResolveConflictTest {
    private static final ResolveConflict RESOLVE =
            new ResolveConflict("c", ResolutionMethod.RESCHEDULED, "agreed", by("mona", Role.MANAGER));
    private static final ScheduleConflictResolved RESOLVED =
            new ScheduleConflictResolved("c", DETECTION, ResolutionMethod.RESCHEDULED, "agreed", "mona", NOW);

    @Test
    void whatever_is_open_may_be_settled() {
        detected().when(conflict -> ResolveConflict.decide(RESOLVE, conflict)).then(RESOLVED);
        inHand(ConflictStatus.ESCALATED)
                .when(conflict -> ResolveConflict.decide(RESOLVE, conflict))
                .then(RESOLVED);
    }

    @Test
    void what_was_dismissed_is_settled() {
        closed(ConflictStatus.DISMISSED)
                .when(conflict -> ResolveConflict.decide(RESOLVE, conflict))
                .thenRefused(new ActionIsNotAvailable("The conflict is DISMISSED already"));
    }
}
