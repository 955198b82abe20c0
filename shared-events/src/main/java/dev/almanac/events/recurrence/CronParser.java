package dev.almanac.events.recurrence;

/** Stub. */
final class CronParser {
    private CronParser() {}

    static void parse(String text, Cron.Fields fields) {
        if (text.isBlank() || fields.name().isEmpty()) {
            throw new InvalidRecurrence("cron", "a cron is not blank");
        }
    }
}
