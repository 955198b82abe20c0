package dev.almanac.expansion.event;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * When each event has a reminder next, in the order of time in a store of its own: however many wait, only the time of the first
 * is in memory, and nothing is looked for after a restart.
 */
final class ReminderTimers {
    static final String STORE = "event-reminders";

    /** An event that is to be looked at. */
    record Timer(String scheduleId, Instant at) {}

    private final KeyValueStore<String, String> store;
    /** Nothing is due before. */
    private long idleUntil;

    ReminderTimers(KeyValueStore<String, String> store) {
        this.store = store;
    }

    void set(String scheduleId, Instant at) {
        store.put(key(at, scheduleId), scheduleId);
        idleUntil = Math.min(idleUntil, at.toEpochMilli());
    }

    void clear(Timer timer) {
        store.delete(key(timer.at(), timer.scheduleId()));
    }

    /** The first of those whose time has come; each stays until it is cleared. */
    List<Timer> due(Instant now, int most) {
        List<Timer> due = new ArrayList<>();
        if (now.toEpochMilli() < idleUntil) {
            return due;
        }
        long next = Long.MAX_VALUE;
        try (KeyValueIterator<String, String> waiting = store.all()) {
            while (waiting.hasNext() && due.size() < most) {
                KeyValue<String, String> timer = waiting.next();
                next = time(timer.key);
                if (next > now.toEpochMilli()) {
                    break;
                }
                due.add(new Timer(timer.value, Instant.ofEpochMilli(next)));
            }
        }
        // Whoever clears them may fail halfway.
        idleUntil = due.isEmpty() ? next : 0;
        return due;
    }

    /** Nothing is due before; in the past where that was not looked for yet. */
    Instant next() {
        return Instant.ofEpochMilli(idleUntil);
    }

    private static long time(String key) {
        return Long.parseLong(key, 0, key.indexOf('|'), 10);
    }

    /** Milliseconds of so many digits sort as text. */
    private static String key(Instant at, String scheduleId) {
        return "%015d|%s".formatted(Math.max(0, at.toEpochMilli()), scheduleId);
    }
}
