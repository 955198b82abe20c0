package dev.almanac.local;

import dev.almanac.local.machine.StartFailure;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Tells of every part that ends by itself or is late, and starts what has ended again, for as long as the suite runs. */
final class Watch {
    private final Suite suite;
    private final Consumer<String> tell;
    private final Map<String, Backoff> backoffs = new ConcurrentHashMap<>();

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
        Duration wait = backoffs.computeIfAbsent(name, _ -> new Backoff()).after(part.readyFor());
        tell.accept(part.lastWords() + " (it is started again in " + wait.toSeconds() + " s)");
        Thread.ofPlatform().daemon().name("restart-" + name).start(() -> restart(part, wait));
    }

    private void restart(Running ended, Duration wait) {
        String name = ended.part().name();
        try {
            Thread.sleep(wait);
            if (!suite.isClosing()) {
                suite.restart(name);
            }
        } catch (StartFailure trouble) {
            tell.accept(trouble.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        }
        watch(suite.part(name));
    }
}
