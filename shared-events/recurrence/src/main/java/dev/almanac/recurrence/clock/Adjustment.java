package dev.almanac.recurrence.clock;

/** How the clocks of the zone treat the nominal time of an occurrence. */
public enum Adjustment {
    /** The nominal time exists once. */
    NONE,
    /** The nominal time does not exist: the occurrence was moved out of the gap. */
    SHIFTED,
    /** The nominal time exists twice; this is the first pass. */
    FIRST,
    /** The nominal time exists twice; this is the second pass. */
    LAST
}
