package dev.almanac.query.live;

import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How many streams this instance bears.
 *
 * @param max of all users together
 * @param perUserMax so that nobody takes all of them
 * @param replaysMax clients that hear at the same time what they have missed, each with a consumer of its own
 * @param replayTakesAtMost a client that takes longer is let go, to resume where it is
 */
@ConfigurationProperties("almanac.streams")
record StreamProperties(int max, int perUserMax, int replaysMax, Duration replayTakesAtMost) {
    StreamProperties {
        if (Math.min(max, Math.min(perUserMax, replaysMax)) < 1) {
            throw new IllegalArgumentException("almanac.streams: max, per-user-max and replays-max are at least 1");
        }
        Objects.requireNonNull(replayTakesAtMost, "almanac.streams.replay-takes-at-most");
    }
}
