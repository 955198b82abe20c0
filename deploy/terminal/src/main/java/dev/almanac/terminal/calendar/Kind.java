package dev.almanac.terminal.calendar;

/** What an item of a diary is. */
public enum Kind {
    BOOKING("event"),
    RUN("run"),
    MISSED_RUN("missed run"),
    PROVIDED_ENTRY("entry");

    private final String word;

    Kind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public boolean isRun() {
        return this == RUN || this == MISSED_RUN;
    }
}
