package dev.almanac.terminal.api;

/** How far the views have to be for what is read next, so that people see what they have just done. */
public interface Freshness {
    void expect(long position);

    /** Zero where nothing is expected. */
    long expected();
}
