package dev.almanac.query.kafka;

import dev.almanac.events.wire.FailureText;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** A thread that follows topics for as long as the service runs, and begins anew when Kafka, or a record, fails it. */
public abstract class Follower implements SmartLifecycle {
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);
    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private volatile boolean running;
    private @Nullable Thread thread;

    protected Follower(String name) {
        this.name = name;
    }

    /** Follows until told to stop; may throw what Kafka throws. */
    protected abstract void follow(BooleanSupplier goesOn) throws InterruptedException;

    private void run() {
        while (running) {
            try {
                follow(this::isRunning);
            } catch (InterruptedException stopped) {
                running = false;
            } catch (RuntimeException failure) {
                beginAnew(failure);
            }
        }
    }

    private void beginAnew(RuntimeException failure) {
        if (running) {
            log.warn("{} begins anew after: {}", name, FailureText.of(failure));
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE);
        } catch (InterruptedException stopped) {
            running = false;
        }
    }

    @Override
    public synchronized void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    @Override
    public synchronized void stop() {
        running = false;
        if (thread != null) {
            thread.interrupt();
            awaitEnd(thread);
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            thread.join(PATIENCE_AT_STOP);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
