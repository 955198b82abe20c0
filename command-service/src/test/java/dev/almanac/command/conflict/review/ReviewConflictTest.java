package dev.almanac.command.conflict.review;

import static dev.almanac.command.Decision.NOW;
import static dev.almanac.command.Decision.by;
import static dev.almanac.command.conflict.Conflicts.DETECTION;
import static dev.almanac.command.conflict.Conflicts.cleared;
import static dev.almanac.command.conflict.Conflicts.closedBefore;
import static dev.almanac.command.conflict.Conflicts.detected;
import static dev.almanac.command.conflict.Conflicts.inHand;

import dev.almanac.command.access.Role;
import dev.almanac.command.rejection.ActionIsNotAvailable;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictStatus;
import org.junit.jupiter.api.Test;

class ReviewConflictTest {
    private static final ReviewConflict REVIEW = new ReviewConflict("c", "on it", by("stan", Role.STAFF));
    private static final ConflictReviewStarted STARTED =
            new ConflictReviewStarted("c", DETECTION, "on it", "stan", NOW);

    @Test
    void somebody_looks_at_what_nobody_looked_at() {
        detected().when(conflict -> ReviewConflict.decide(REVIEW, conflict)).then(STARTED);
    }

    @Test
    void what_was_dismissed_and_is_found_again_is_looked_at_again() {
        closedBefore(ConflictStatus.DISMISSED)
                .when(conflict -> ReviewConflict.decide(REVIEW, conflict))
                .then(STARTED);
    }

    @Test
    void what_is_in_hand_or_over_is_not() {
        inHand(ConflictStatus.UNDER_REVIEW)
                .when(conflict -> ReviewConflict.decide(REVIEW, conflict))
                .thenRefused(new ActionIsNotAvailable("The conflict is UNDER_REVIEW already"));
        cleared()
                .when(conflict -> ReviewConflict.decide(REVIEW, conflict))
                .thenRefused(new ActionIsNotAvailable("The conflict is RESOLVED already"));
    }
}
