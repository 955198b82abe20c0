package dev.almanac.command.changerequest.plan;

/** What was asked for cannot be done so; its message says why. No bug, and caught where plans are made. */
final class Impossible extends RuntimeException {
    private static final long serialVersionUID = 1;

    Impossible(String why) {
        super(why, null, false, false);
    }

    String why() {
        return String.valueOf(getMessage());
    }
}
