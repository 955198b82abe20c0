package dev.almanac.conflict.lane;

import dev.almanac.events.lane.Overlap;

/**
 * A conflict that was announced once.
 *
 * @param sequence its last change
 * @param open false once it was cleared; it may come back under the same id
 */
record ConflictState(long sequence, boolean open, Overlap overlap) {}
