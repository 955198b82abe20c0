package dev.almanac.bench.write;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Books one event after the other through a door, and moves those that were booked in turn. */
final class Traffic {
    private final Target door;
    private final AtomicInteger booked = new AtomicInteger();
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<Integer, String> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> moves = new ConcurrentHashMap<>();

    Traffic(Target door) {
        this.door = door;
    }

    void schedule() throws Exception {
        int number = booked.getAndIncrement();
        ids.put(number, door.schedule(number));
    }

    void reschedule() throws Exception {
        int number = turn.getAndIncrement() % ids.size();
        int times = moves.merge(number, 1, Integer::sum);
        door.reschedule(Objects.requireNonNull(ids.get(number)), number, Slots.moved(number, times));
    }
}
