package dev.almanac.terminal.calendar;

/** How much of a series a change of one occurrence changes. */
public enum Scope {
    THIS("this one"),
    THIS_AND_FOLLOWING("this and following"),
    ALL("the whole series");

    private final String words;

    Scope(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
