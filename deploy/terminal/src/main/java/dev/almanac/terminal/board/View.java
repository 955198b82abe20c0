package dev.almanac.terminal.board;

/** How the calendar is looked at. */
public enum View {
    MONTH,
    WEEK,
    DAY,
    LIST,
    FOUND,
    MISSED,
    CONFLICTS;

    /** The others are lists of what may be at any time. */
    public boolean isOfTime() {
        return this != FOUND && this != MISSED && this != CONFLICTS;
    }
}
