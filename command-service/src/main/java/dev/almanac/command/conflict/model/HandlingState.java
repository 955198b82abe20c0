package dev.almanac.command.conflict.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictStanding;
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
        ConflictStatus decided = ConflictStanding.decision(change);
        return decided.open() ? new InHand(decided, change.detection()) : new Closed(decided, change.detection());
    }
}
