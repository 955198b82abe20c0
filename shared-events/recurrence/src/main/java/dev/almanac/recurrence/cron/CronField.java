package dev.almanac.recurrence.cron;

/** The fields of a cron, with the values they take. */
enum CronField {
    SECOND("second", 0, 59, ""),
    MINUTE("minute", 0, 59, ""),
    HOUR("hour", 0, 23, ""),
    DAY_OF_MONTH("day of month", 1, 31, ""),
    MONTH("month", 1, 12, "JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC"),
    DAY_OF_WEEK("day of week", 0, 7, "SUNMONTUEWEDTHUFRISAT"),
    YEAR("year", 1970, 2099, "");

    final String title;
    final int min;
    final int max;
    private final String names;

    CronField(String title, int min, int max, String names) {
        this.title = title;
        this.min = min;
        this.max = max;
        this.names = names;
    }

    /** How many values there are until they begin again; Sunday is both 0 and 7. */
    int cycle() {
        return this == DAY_OF_WEEK ? 7 : max - min + 1;
    }

    boolean isDay() {
        return this == DAY_OF_MONTH || this == DAY_OF_WEEK;
    }

    /** The value of the three-letter name at that place of the text, or -1. */
    int named(String text, int at) {
        for (int name = 0; name < names.length(); name += 3) {
            if (text.regionMatches(true, at, names, name, 3)) {
                return name / 3 + min;
            }
        }
        return -1;
    }
}
