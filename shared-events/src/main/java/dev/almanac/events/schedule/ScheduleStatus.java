package dev.almanac.events.schedule;

/** Where a scheduled event stands. */
public enum ScheduleStatus {
    TENTATIVE,
    SCHEDULED,
    CONFIRMED,
    RESCHEDULING,
    CANCELLED
}
