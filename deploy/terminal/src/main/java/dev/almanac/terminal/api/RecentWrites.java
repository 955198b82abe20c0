package dev.almanac.terminal.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Those of this process: for a while after a write, reads wait for it. */
final class RecentWrites implements Freshness {
    private static final Duration A_WRITE_IS_NEWS_FOR = Duration.ofSeconds(15);

    private final Clock clock;
    private long position;
    private Instant heardAt = Instant.MIN;

    RecentWrites(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized void expect(long heard) {
        position = Math.max(position, heard);
        heardAt = clock.instant();
    }

    @Override
    public synchronized long expected() {
        return heardAt.isAfter(clock.instant().minus(A_WRITE_IS_NEWS_FOR)) ? position : 0;
    }
}
