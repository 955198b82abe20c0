package dev.almanac.events.recurrence;

/** Says in plain English what a recurrence means. */
final class English {
    private English() {}

    static String series(Series series) {
        return series.recurrence().describe() + " (" + series.zone() + ")";
    }

    static String cron(Cron cron) {
        return cron.cron();
    }

    static String pattern(Pattern pattern) {
        return pattern.type().name();
    }

    static String rrule(Rrule rrule) {
        return rrule.rrule();
    }

    static String every(Every every) {
        return "Every " + every.every();
    }
}
