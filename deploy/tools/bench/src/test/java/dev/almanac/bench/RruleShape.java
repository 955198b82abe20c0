package dev.almanac.bench;

/** The eight RRULEs, each with a start in 2016 that it names, and how many occurrences to expand. */
public enum RruleShape {
    DAILY("FREQ=DAILY", "20160104T090000", 365),
    WEEKLY3("FREQ=WEEKLY;BYDAY=MO,WE,FR", "20160104T090000", 365),
    MONTHLY_2TU("FREQ=MONTHLY;BYDAY=2TU", "20160112T090000", 365),
    MONTHLY_LAST("FREQ=MONTHLY;BYMONTHDAY=-1", "20160131T090000", 365),
    LAST_WORKDAY("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "20160129T090000", 365),
    LEAP("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "20160229T090000", 20),
    FRI13("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "20160513T090000", 100),
    MIN15("FREQ=MINUTELY;INTERVAL=15", "20160104T090000", 365);

    final String rule;
    final String start;
    final int count;

    RruleShape(String rule, String start, int count) {
        this.rule = rule;
        this.start = start;
        this.count = count;
    }
}
