package dev.almanac.command.conflict.dismiss;

import static dev.almanac.command.Decision.NOW;
import static dev.almanac.command.Decision.by;
import static dev.almanac.command.conflict.Conflicts.DETECTION;
import static dev.almanac.command.conflict.Conflicts.cleared;
import static dev.almanac.command.conflict.Conflicts.detected;
import static dev.almanac.command.conflict.Conflicts.inHand;

import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictStatus;
import org.junit.jupiter.api.Test;

class DismissConflictTest {
    private static final DismissConflict DISMISS =
            new DismissConflict("c", "a planned overlap", by("mona", Role.MANAGER));
    private static final ConflictDismissed DISMISSED =
            new ConflictDismissed("c", DETECTION, "a planned overlap", "mona", NOW);

    @Test
    void whatever_is_open_may_be_said_to_be_none() {
        detected().when(conflict -> DismissConflict.decide(DISMISS, conflict)).then(DISMISSED);
        inHand(ConflictStatus.ESCALATED)
                .when(conflict -> DismissConflict.decide(DISMISS, conflict))
                .then(DISMISSED);
    }

    @Test
    void what_ended_by_itself_is_over() {
        cleared()
                .when(conflict -> DismissConflict.decide(DISMISS, conflict))
                .thenRefused(new ActionIsNotAvailable("The conflict is RESOLVED already"));
    }
}
