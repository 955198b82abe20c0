package dev.almanac.terminal.times;

/** What nobody understands as a time. */
public final class UnknownTime extends RuntimeException {
    UnknownTime(String text) {
        super("\"" + text + "\" is no time: write 2026-12-06T11:00, 2026-12-06T11:00+01:00, 11:00, tomorrow 11:00, "
                + "friday, +2h or now");
    }
}
