package dev.almanac.command.conflict.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ConflictDismissed;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictEscalated;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictResolved;
import dev.almanac.events.conflict.ConflictStatus;

/** What was last decided about a conflict, if anything. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
public sealed interface HandlingState {

    record Untouched() implements HandlingState {}

    /**
     * It stays open.
     *
     * @param detection the detection that whoever decided had seen
     */
    record InHand(ConflictStatus status, long detection) implements HandlingState {}

    /** It was closed as it was then. */
    record Closed(ConflictStatus status, long detection) implements HandlingState {}

    static HandlingState evolve(ConflictChange.Handling change) {
        long detection = change.detection();
        return switch (change) {
            case ConflictReviewStarted _ -> new InHand(ConflictStatus.UNDER_REVIEW, detection);
            case ScheduleConflictEscalated _ -> new InHand(ConflictStatus.ESCALATED, detection);
            case ScheduleConflictResolved _ -> new Closed(ConflictStatus.RESOLVED, detection);
            case ConflictDismissed _ -> new Closed(ConflictStatus.DISMISSED, detection);
        };
    }
}
