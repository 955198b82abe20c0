package dev.almanac.terminal.live;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/** Work of one sort: one at a time, and of what is wanted meanwhile only the last. */
final class Latest<W> {

    /** What is done, on a thread where it may take its time. */
    @FunctionalInterface
    interface Work<W> {
        /** Whether it is to be tried again, unless something else is wanted by then. */
        boolean isToBeRepeated(W wanted);
    }

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(15);

    private final Work<W> work;
    private final Duration gathered;
    private final BlockingQueue<W> wanted = new ArrayBlockingQueue<>(1);

    /** What comes together as fast as that is one. */
    private Latest(Duration gathered, Work<W> work) {
        this.work = work;
        this.gathered = gathered;
    }

    static <W> Latest<W> of(Duration gathered, Work<W> work) {
        Latest<W> latest = new Latest<>(gathered, work);
        Thread.ofVirtual().start(latest::workOff);
        return latest;
    }

    synchronized void want(W other) {
        wanted.clear();
        wanted.add(other);
    }

    private void workOff() {
        try {
            while (true) {
                W first = wanted.take();
                Thread.sleep(gathered);
                repeat(Objects.requireNonNullElse(wanted.poll(), first));
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void repeat(W first) throws InterruptedException {
        W now = first;
        Duration pause = PAUSE;
        while (work.isToBeRepeated(now)) {
            now = Objects.requireNonNullElse(wanted.poll(pause.toMillis(), TimeUnit.MILLISECONDS), now);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(PAUSE_MAX) > 0 ? PAUSE_MAX : longer;
        }
    }
}
