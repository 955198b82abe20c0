package dev.almanac.recurrence.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a change of the clocks does to one nominal time of a series.
 *
 * @param instant when it happens then; null if it does not
 */
public record DstAdjustment(
        LocalDateTime nominal, Effect effect, @Nullable Instant instant) {
    /** What is done. */
    public enum Effect {
        /** The time does not exist, and the occurrence is moved. */
        SHIFTED,
        /** The time does not exist, and its occurrence falls together with another. */
        MERGED,
        /** The time does not exist, and nothing happens. */
        SKIPPED,
        /** The time exists twice; this is the first pass. */
        FIRST,
        /** The time exists twice; this is the second pass. */
        LAST
    }
}
