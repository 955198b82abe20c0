package dev.almanac.query.orphans;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A companion that is out of step with its primary.
 *
 * @param calendarId of the primary
 * @param expectedStartDateTime the primary's start and the offset
 * @param foundStartDateTime of the companion; null where it does not take place
 * @param toldOn on which day people were last told of it; null where nobody was
 */
public record Orphan(
        Kind kind,
        String primaryId,
        String primaryTitle,
        @Nullable String calendarId,
        String companionId,
        Instant expectedStartDateTime,
        @Nullable Instant foundStartDateTime,
        Repair repair,
        @Nullable LocalDate toldOn) {

    /** What is wrong with the pair. */
    public enum Kind {
        /** The primary names an event that never was. */
        COMPANION_MISSING,
        COMPANION_CANCELLED,
        COMPANION_UNSCHEDULED,
        /** It starts elsewhere than its offset says. */
        COMPANION_OFF,
        /** The companion takes place by itself. */
        PRIMARY_UNSCHEDULED,
        PRIMARY_CANCELLED
    }

    /** What stays the same of it from one sweep to the next. */
    String key() {
        return kind + " " + primaryId + " " + companionId;
    }

    Orphan told(@Nullable LocalDate on) {
        return new Orphan(
                kind,
                primaryId,
                primaryTitle,
                calendarId,
                companionId,
                expectedStartDateTime,
                foundStartDateTime,
                repair,
                on);
    }
}
