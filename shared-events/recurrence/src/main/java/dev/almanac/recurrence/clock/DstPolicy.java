package dev.almanac.recurrence.clock;

/** How nominal times become instants where the clocks of a zone change. */
public record DstPolicy(DstGap gap, DstOverlap overlap) {
    public static final DstPolicy DEFAULT = new DstPolicy(DstGap.SHIFT_FORWARD, DstOverlap.FIRST);

    /** The wall clock as it goes: nothing is moved, and what is shown twice happens twice. */
    public static final DstPolicy FOLLOW_THE_CLOCK = new DstPolicy(DstGap.SKIP, DstOverlap.BOTH);
}
