package dev.almanac.web;

import java.time.Duration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Whoever is told to stop is no longer ready at once, and goes on answering until whoever balances over the instances has seen that.
 * It holds up the close before anything else hears of it: jobs that reads wait for would end at once.
 */
final class Drain implements ApplicationListener<ContextClosedEvent>, Ordered {
    static final Duration LONGEST = Duration.ofMinutes(1);
    private final Duration lasts;

    Drain(Duration lasts) {
        if (lasts.isNegative() || lasts.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("almanac.http.drain is from 0s to " + LONGEST.toSeconds() + "s");
        }
        this.lasts = lasts;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        try {
            Thread.sleep(lasts);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }
}
