package dev.almanac.command.publishing;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What waits to be published.
 *
 * @param awaited the last position that was there when somebody first looked and it was not published
 * @param since when that was; null while nothing waits
 */
record Backlog(
        long published, long head, long awaited, @Nullable Instant since) {
    static final Backlog NONE = new Backlog(0, 0, 0, null);

    /** Once what was waited for is published, what came meanwhile is waited for from now on. */
    Backlog seen(long nowPublished, long nowHead, Instant now) {
        if (nowPublished >= nowHead) {
            return new Backlog(nowPublished, nowHead, 0, null);
        }
        return since == null || nowPublished >= awaited
                ? new Backlog(nowPublished, nowHead, nowHead, now)
                : new Backlog(nowPublished, nowHead, awaited, since);
    }

    long changes() {
        return Math.max(0, head - published);
    }

    double seconds(Instant now) {
        return since == null ? 0 : Math.max(0, Duration.between(since, now).toMillis() / 1000.0);
    }
}
