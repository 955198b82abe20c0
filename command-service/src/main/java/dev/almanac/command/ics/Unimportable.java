package dev.almanac.command.ics;

/** Why a component of a file cannot be taken over, in words for whoever sent the file. */
final class Unimportable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unimportable(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
