package dev.almanac.local.machine;

/** What keeps the suite from running, in one line for the person at the terminal. */
public final class StartFailure extends RuntimeException {
    public StartFailure(String line) {
        super(line, null, false, false);
    }
}
