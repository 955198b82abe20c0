package dev.almanac.conflict.lane;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.conflict.ConflictLevel;

/** Where two claims conflict, and how badly. */
record Overlap(TimeSlot slot, ConflictLevel level) {}
