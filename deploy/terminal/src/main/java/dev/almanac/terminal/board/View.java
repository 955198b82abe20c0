package dev.almanac.terminal.board;

/** How the calendar is looked at. */
public enum View {
    MONTH,
    WEEK,
    DAY,
    LIST,
    FOUND,
    CONFLICTS;

    /** What {@code --view} names; the others are reached by keys. */
    public boolean isOfTime() {
        return this != FOUND && this != CONFLICTS;
    }
}
