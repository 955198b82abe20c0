package dev.almanac.query.conflicts;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One conflict with what a person needs to understand it.
 *
 * @param scheduledEventTitle title of the first event, or why the resource is out
 * @param rule the rule by which it is one, and as bad as it is
 * @param explanation what claims what, and which rule that breaks; absent for those who may not see both parties
 * @param suggestedResolutions ways out that cause no other conflict as of now; none once it is closed, and for those who
 *     may not see both parties
 */
record ConflictDetail(
        @JsonUnwrapped ConflictItem conflict,
        @Nullable String scheduledEventTitle,
        @Nullable String conflictingEventTitle,
        String rule,
        @Nullable String explanation,
        List<SuggestedResolution> suggestedResolutions) {

    ConflictDetail {
        suggestedResolutions = List.copyOf(suggestedResolutions);
    }

    static ConflictDetail of(
            ConflictItem conflict, String one, String other, String lane, List<SuggestedResolution> suggestions) {
        String sentence = "“%s” and “%s” both claim %s from %s to %s. %s"
                .formatted(one, other, lane, conflict.overlapStart(), conflict.overlapEnd(), broken(conflict));
        return new ConflictDetail(conflict, one, other, rule(conflict), sentence, suggestions);
    }

    /** For callers who may not see both parties. */
    static ConflictDetail withoutSecrets(ConflictItem conflict) {
        return new ConflictDetail(conflict, null, null, rule(conflict), null, List.of());
    }

    private static String rule(ConflictItem conflict) {
        return switch (conflict.conflictType()) {
            case TIME_OVERLAP, RESOURCE_CONFLICT -> "SCH-010";
            case VENUE_CONFLICT -> "SCH-011";
            case STAFF_CONFLICT -> "SCH-012";
            case EQUIPMENT_CONFLICT -> "SCH-013";
        };
    }

    private static String broken(ConflictItem conflict) {
        String most = conflict.calendarId() == null
                ? "It serves one at a time, with its buffer in between"
                : "It bears fewer at once";
        return "%s; that is %s (%s).".formatted(most, conflict.conflictLevel(), rule(conflict));
    }
}
