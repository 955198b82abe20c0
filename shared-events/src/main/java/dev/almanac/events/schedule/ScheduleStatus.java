package dev.almanac.events.schedule;

/** Where a scheduled event stands. */
public enum ScheduleStatus {
    TENTATIVE,
    SCHEDULED,
    CONFIRMED,
    RESCHEDULING,
    /** Off its calendar for now. */
    UNSCHEDULED,
    CANCELLED;

    /** Whether an event of this status holds its slot. */
    public boolean isOnCalendar() {
        return this != UNSCHEDULED && this != CANCELLED;
    }
}
