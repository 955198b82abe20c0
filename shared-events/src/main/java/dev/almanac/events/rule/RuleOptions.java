package dev.almanac.events.rule;

import dev.almanac.recurrence.clock.DstGap;
import dev.almanac.recurrence.clock.DstOverlap;
import dev.almanac.recurrence.clock.DstPolicy;

/**
 * How a rule behaves.
 *
 * @param maxConcurrent how many of its runs may go at once, at least 1
 * @param jitterSeconds occurrences are due up to so many seconds late, each always by the same delay; 0 to 3600
 * @param maxHistory how many ended runs a reader is shown, at least 0
 */
public record RuleOptions(
        int maxConcurrent,
        int jitterSeconds,
        RetryPolicy retryPolicy,
        CatchUp catchUp,
        OverlapPolicy overlap,
        DstGap dstGap,
        DstOverlap dstOverlap,
        int maxHistory) {
    public static final int CONCURRENT_MAX = 1000;
    public static final int JITTER_SECONDS_MAX = 3600;
    public static final int HISTORY_MAX = 1000;

    public static final RuleOptions DEFAULT = new RuleOptions(
            1,
            0,
            RetryPolicy.NONE,
            CatchUp.APPROVAL,
            OverlapPolicy.SKIP,
            DstPolicy.DEFAULT.gap(),
            DstPolicy.DEFAULT.overlap(),
            100);

    public DstPolicy dst() {
        return new DstPolicy(dstGap, dstOverlap);
    }

    /** Whether one more run may go beside those that are going. */
    public boolean admitsAnother(int going) {
        return overlap == OverlapPolicy.ALLOW || going < maxConcurrent;
    }
}
