package dev.almanac.command.conflict.model;

import dev.almanac.events.conflict.ConflictLevel;
import java.time.Instant;

/**
 * What conflict-detector last said of a conflict.
 *
 * @param told sequence of the last change that it published
 * @param opened sequence of the detection since which the two compete without a break
 * @param detection sequence of the latest detection
 * @param open whether the two still compete
 * @param detectedAt when it was opened
 */
public record DetectedConflict(
        String conflictId,
        long told,
        long opened,
        long detection,
        boolean open,
        ConflictLevel level,
        Instant detectedAt) {}
