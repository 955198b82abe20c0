package dev.almanac.recurrence.zones;

/** Zone data that is missing, incomplete or damaged: which file, and what is wrong with it. */
public final class InvalidZoneData extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidZoneData(String message) {
        super(message);
    }

    InvalidZoneData(String message, Throwable cause) {
        super(message, cause);
    }
}
