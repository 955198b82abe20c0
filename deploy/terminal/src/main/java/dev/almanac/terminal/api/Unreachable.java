package dev.almanac.terminal.api;

/** Nobody answered, or not in time; whether a write was done then is known by asking again with its key only. */
public final class Unreachable extends RuntimeException {
    public Unreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
