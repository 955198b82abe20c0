package dev.almanac.local.machine;

/** What keeps the suite from running, in one line for the person at the terminal. */
public final class Trouble extends RuntimeException {
    public Trouble(String line) {
        super(line, null, false, false);
    }
}
