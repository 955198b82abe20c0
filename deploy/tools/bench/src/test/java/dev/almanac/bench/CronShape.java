package dev.almanac.bench;

/** The eight crons, in the dialect of each peer. */
public enum CronShape {
    EVERY_MIN("* * * * *", "0 * * * * ?", "0 * * * * *"),
    WEEKDAY9("0 9 * * 1-5", "0 0 9 ? * MON-FRI", "0 0 9 * * MON-FRI"),
    LAST_DOM("0 9 L * *", "0 0 9 L * ?", "0 0 9 L * *"),
    DST0230("30 2 * * *", "0 30 2 * * ?", "0 30 2 * * *"),
    LEAP_YEAR("0 0 29 2 *", "0 0 0 29 2 ?", "0 0 0 29 2 *"),
    EVERY7("*/7 * * * *", "0 */7 * * * ?", "0 */7 * * * *"),
    LISTS("0,15,30,45 8-18/2 1,15 1-6,9 *", "0 0,15,30,45 8-18/2 1,15 1-6,9 ?", "0 0,15,30,45 8-18/2 1,15 1-6,9 *"),
    NTH("0 10 * * 5#3", "0 0 10 ? * 6#3", "0 0 10 * * FRI#3");

    final String unix;
    final String quartz;
    final String spring;

    CronShape(String unix, String quartz, String spring) {
        this.unix = unix;
        this.quartz = quartz;
        this.spring = spring;
    }
}
