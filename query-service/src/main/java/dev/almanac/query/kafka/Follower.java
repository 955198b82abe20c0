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
    /** For so long it may come to its end by itself, as who is interrupted while it talks to Kafka cannot leave its group. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(3);

    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);
    private final Logger log = LoggerFactory.getLogger(getClass());
    private final String name;
    private volatile boolean running;
    private volatile @Nullable Thread thread;

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
    public void start() {
        running = true;
        thread = Thread.ofPlatform().daemon().name(name).start(this::run);
    }

    /** Holds no lock meanwhile: the thread may need one of whoever extends this to come to its end. */
    @Override
    public void stop() {
        running = false;
        Thread following = thread;
        if (following != null) {
            awaitEnd(following);
        }
    }

    private static void awaitEnd(Thread thread) {
        try {
            if (!thread.join(ENDS_WITHIN)) {
                thread.interrupt();
                thread.join(PATIENCE_AT_STOP);
            }
        } catch (InterruptedException interrupted) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    /** A service that stops has all of them come to their end at the same time. */
    @Override
    public void stop(Runnable callback) {
        running = false;
        Thread.ofVirtual().name("end-of-" + name).start(() -> {
            try {
                stop();
            } finally {
                callback.run();
            }
        });
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
