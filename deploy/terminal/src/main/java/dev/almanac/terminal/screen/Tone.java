package dev.almanac.terminal.screen;

/** What is meant by how a text looks; a palette says how that is, and nothing is said by it alone. */
public enum Tone {
    PLAIN,
    QUIET,
    STRONG,
    TITLE,
    BAR,
    TODAY,
    HEAT_1,
    HEAT_2,
    HEAT_3,
    HEAT_4,
    BOOKING,
    RUN,
    ENTRY,
    WARNING,
    DANGER,
    GOOD,
    KEY,
    FIELD
}
