package dev.almanac.events.schedule;

/** Where a scheduled event stands. */
public enum ScheduleStatus {
    TENTATIVE,
    SCHEDULED,
    CONFIRMED,
    RESCHEDULING,
    /** Off its calendar for now. */
    UNSCHEDULED,
    CANCELLED
}
