package dev.almanac.recurrence.clock;

import dev.almanac.recurrence.wall.Dates;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * One occurrence of a series: the wall-clock time it is named after, and the instant on which it happens.
 *
 * @param again the second pass of a nominal time that occurs in both
 */
public record Occurrence(LocalDateTime nominal, Instant instant, Adjustment adjusted, boolean again) {
    private static final DateTimeFormatter BASIC = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    static Occurrence of(long nominal, long instant, Adjustment adjusted, boolean again) {
        return new Occurrence(Dates.time(nominal), Instant.ofEpochSecond(instant), adjusted, again);
    }

    /** The same with a nominal time that lies so much earlier. */
    public Occurrence earlier(Duration by) {
        return new Occurrence(nominal.minus(by), instant, adjusted, again);
    }

    /** What follows {@code @} in the occurrence's id: {@code 20260308T023000}, with {@code ~2} for a second pass. */
    public String suffix() {
        return BASIC.format(nominal) + (again ? "~2" : "");
    }
}
