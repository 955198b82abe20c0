package dev.almanac.command.conflict.escalate;

import static dev.almanac.command.Decision.NOW;
import static dev.almanac.command.Decision.by;
import static dev.almanac.command.conflict.Conflicts.DETECTION;
import static dev.almanac.command.conflict.Conflicts.detected;
import static dev.almanac.command.conflict.Conflicts.inHand;

import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictStatus;
import org.junit.jupiter.api.Test;

class EscalateConflictTest {
    private static final EscalateConflict ESCALATE =
            new EscalateConflict("c", "head-of-house", "tonight", by("mona", Role.MANAGER));
    private static final ScheduleConflictEscalated ESCALATED =
            new ScheduleConflictEscalated("c", DETECTION, "head-of-house", "tonight", "mona", NOW);

    @Test
    void what_is_open_is_handed_to_somebody_else() {
        detected().when(conflict -> EscalateConflict.decide(ESCALATE, conflict)).then(ESCALATED);
        inHand(ConflictStatus.UNDER_REVIEW)
                .when(conflict -> EscalateConflict.decide(ESCALATE, conflict))
                .then(ESCALATED);
    }

    @Test
    void and_not_once_more() {
        inHand(ConflictStatus.ESCALATED)
                .when(conflict -> EscalateConflict.decide(ESCALATE, conflict))
                .thenRefused(new ActionIsNotAvailable("The conflict is ESCALATED already"));
    }
}
