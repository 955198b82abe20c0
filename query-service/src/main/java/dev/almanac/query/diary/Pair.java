package dev.almanac.query.diary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The event that another one goes with.
 *
 * @param exists false where it was removed for good, or never was
 * @param scheduled whether it holds a slot beside the event; absent where it is not for the reader to see
 * @param startDateTime when it takes place, if it is scheduled and the reader may see it
 */
public record Pair(
        Role role,
        String scheduleId,
        boolean exists,
        @Nullable Boolean scheduled,
        @Nullable Instant startDateTime) {

    /** What it is to the event. */
    public enum Role {
        COMPANION,
        PRIMARY
    }

    /** The event stands alone although it should not. */
    public boolean warns() {
        return role == Role.COMPANION && !Boolean.TRUE.equals(scheduled) && !isHidden();
    }

    private boolean isHidden() {
        return exists && scheduled == null;
    }
}
