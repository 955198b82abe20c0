package dev.almanac.recurrence.clock;

/** What becomes of a nominal time that the clocks leap over. */
public enum DstGap {
    /** Later by the length of the gap: 02:30 happens at 03:30 (RFC 5545 3.3.5, erratum 4271). */
    SHIFT_FORWARD,
    /** At the very transition: 02:30 happens at 03:00 (as Vixie cron). */
    AT_TRANSITION,
    /** Not at all on that day. */
    SKIP
}
