package dev.almanac.query.read.conflicts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * One conflict with what a person needs to understand it.
 *
 * @param scheduledEventTitle title of the first event, or why the resource is out
 * @param explanation one sentence
 */
record ConflictDetail(
        @JsonUnwrapped ConflictItem conflict,
        String scheduledEventTitle,
        String conflictingEventTitle,
        String explanation) {

    static ConflictDetail of(ConflictItem conflict, String one, String other, String lane) {
        String sentence = "“%s” and “%s” both claim %s from %s to %s."
                .formatted(one, other, lane, conflict.overlapStart(), conflict.overlapEnd());
        return new ConflictDetail(conflict, one, other, sentence);
    }
}
