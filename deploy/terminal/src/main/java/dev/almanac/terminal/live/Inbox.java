package dev.almanac.terminal.live;

import dev.almanac.terminal.board.Message;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Messages that wait for the loop. Whoever brings more than it bears waits; of changes, one stands for all. */
final class Inbox {
    private static final int WAITING_MAX = 500;

    private final BlockingQueue<Message> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicBoolean changeWaits = new AtomicBoolean();

    void put(Message message) {
        if (message instanceof Message.Changed && changeWaits.getAndSet(true)) {
            return;
        }
        try {
            waiting.put(message);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    /** All that wait; none where nothing comes in that time. */
    List<Message> take(Duration patience) throws InterruptedException {
        List<Message> taken = new ArrayList<>();
        Message first = waiting.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
            taken.add(first);
            waiting.drainTo(taken);
        }
        changeWaits.set(false);
        return taken;
    }
}
