package dev.almanac.terminal.calendar;

/** How bad it is that two claims meet. */
public enum ConflictLevel {
    NONE,
    MINOR,
    MODERATE,
    SEVERE,
    CRITICAL;

    public static ConflictLevel of(String name) {
        for (ConflictLevel level : values()) {
            if (level.name().equals(name)) {
                return level;
            }
        }
        return NONE;
    }
}
