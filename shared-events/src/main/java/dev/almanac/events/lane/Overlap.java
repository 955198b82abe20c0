package dev.almanac.events.lane;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictLevel;

/**
 * Where two claims conflict, and how badly.
 *
 * @param crowded whether more claims overlap here than are published in pairs
 */
public record Overlap(TimeSlot slot, ConflictLevel level, boolean crowded) {}
