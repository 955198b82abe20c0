package dev.almanac.local;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells of every part that ends by itself, and starts it again, a few times. */
final class Watch {
    private static final int RESTARTS_MAX = 10;
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private final Suite suite;
    private final Consumer<String> tell;
    private final Map<String, Integer> restarts = new ConcurrentHashMap<>();

    Watch(Suite suite, Consumer<String> tell) {
        this.suite = suite;
        this.tell = tell;
    }

    void start() {
        suite.all().forEach(this::watch);
    }

    private void watch(Running part) {
        var _ = part.process().onExit().thenRun(() -> ended(part));
    }

    private void ended(Running part) {
        if (suite.isClosing()) {
            return;
        }
        String name = part.part().name();
        int times = restarts.merge(name, 1, Integer::sum);
        if (times > RESTARTS_MAX) {
            tell.accept(part.lastWords() + " (it is not started again: it has ended too often)");
            return;
        }
        tell.accept(part.lastWords() + " (it is started again)");
        Thread.ofPlatform().daemon().name("restart-" + name).start(() -> restart(name));
    }

    private void restart(String name) {
        try {
            Thread.sleep(PAUSE);
            suite.restart(name);
        } catch (Trouble trouble) {
            tell.accept(trouble.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        }
        watch(suite.part(name));
    }
}
