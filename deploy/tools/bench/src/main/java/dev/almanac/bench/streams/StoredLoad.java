package dev.almanac.bench.streams;

import dev.almanac.events.Change;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.schedule.ScheduleChange.EventRemovedFromCalendar;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a claim costs conflict-detector when a thousand, a hundred thousand or a million are stored, and how many it takes in a
 * second. {@code deploy/tools/bench/claims stored} builds and runs it.
 */
public final class StoredLoad implements Detector.Load {
    private static final List<Integer> SIZES = List.of(1_000, 100_000, 1_000_000);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final Instant FAR = Instant.parse("2090-01-01T00:00:00Z");
    private static final int MONTHS = 5;
    private static final int BATCH = 1_000;
    private static final int BATCHES = 20;
    private static final int IN_EACH_ROOM = BATCH / Detector.ROOMS;

    /** A prime that divides no number of stored claims. */
    private static final long STEP = 104_729;

    private static final int WARM_UP_BATCHES = 100;

    private static final String PROBE = "probe";

    /** In each room so many that every partition through which claims come has some. */
    private static final int PROBES = 12;

    private final Detector detector;
    private final Set<String> heard = ConcurrentHashMap.newKeySet();
    private int stored;
    private int probes;
    private int batches;

    private StoredLoad(Detector detector) {
        this.detector = detector;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Detector.measure(StoredLoad::new);
    }

    @Override
    public void run() throws InterruptedException {
        for (int month = 0; month < MONTHS; month++) {
            Instant start = FAR.minus(Duration.ofDays(32L * (month + 1)));
            for (int room = 0; room < Detector.ROOMS; room++) {
                claim("month-%d-%d".formatted(month, room), room, start, Duration.ofDays(31));
            }
        }
        batches(WARM_UP_BATCHES, Where.TOGETHER);
        System.out.println("| stored claims | stored, claims/s | a claim more, claims/s | processor time for it, µs"
                + " | anywhere, claims/s | processor time for it, µs |");
        System.out.println("| ---: | ---: | ---: | ---: | ---: | ---: |");
        for (int size : SIZES) {
            System.out.println(row(size));
        }
    }

    /** Where the claims are that come and go again. */
    private enum Where {
        TOGETHER,
        ANYWHERE
    }

    private String row(int size) throws InterruptedException {
        int known = stored;
        double filling = seconds(() -> store(size));
        detector.settle();
        return "| %,d | %,.0f | %s | %s |"
                .formatted(size, (size - known) / filling, more(Where.TOGETHER), more(Where.ANYWHERE));
    }

    private String more(Where where) throws InterruptedException {
        Duration before = detector.processorTime();
        double lasted = seconds(() -> batches(BATCHES, where));
        long changes = 2L * BATCH * BATCHES;
        return "%,.0f | %,.0f"
                .formatted(
                        changes / lasted, detector.processorTime().minus(before).toNanos() / 1e3 / changes);
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    private static double seconds(Work work) throws InterruptedException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /** Claims at every even hour, so that none overlaps another. */
    private void store(int size) throws InterruptedException {
        for (; stored < size; stored++) {
            claim("stored-" + stored, stored % Detector.ROOMS, hour(2L * (stored / Detector.ROOMS)), HOUR);
        }
        awaitTaken();
    }

    /** Claims at odd hours among what is stored, which go again. */
    private void batches(int count, Where where) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            batches++;
            for (int j = 0; j < BATCH; j++) {
                claim(id(j), j % Detector.ROOMS, hour(2 * place(j / Detector.ROOMS, where) + 1), HOUR);
            }
            for (int j = 0; j < BATCH; j++) {
                detector.wire().tell(new EventRemovedFromCalendar(id(j), "calendar", "bench", null), 1);
            }
        }
        awaitTaken();
    }

    /** In the middle of the room's stored claims, or in steps that lead all over them before they come to the same place again. */
    private long place(int number, Where where) {
        int places = Math.max(IN_EACH_ROOM, stored / Detector.ROOMS);
        return switch (where) {
            case TOGETHER -> (places - IN_EACH_ROOM) / 2 + number;
            case ANYWHERE -> ((long) batches * IN_EACH_ROOM + number) * STEP % places;
        };
    }

    private String id(int number) {
        return "more-%d-%d".formatted(batches, number);
    }

    private static Instant hour(long number) {
        return START.plus(HOUR.multipliedBy(number));
    }

    /** Pairs that conflict show that whatever was sent before them has been taken; of the others, some may do so for a moment. */
    private void awaitTaken() throws InterruptedException {
        probes++;
        Instant start = FAR.plus(HOUR.multipliedBy((long) probes * (PROBES + 1)));
        for (int probe = 0; probe < PROBES; probe++) {
            for (int room = 0; room < Detector.ROOMS; room++) {
                String id = PROBE + "-%d-%d-%d".formatted(probes, probe, room);
                claim(id + "a", room, start.plus(HOUR.multipliedBy(probe)), HOUR);
                claim(id + "b", room, start.plus(HOUR.multipliedBy(probe)), HOUR);
            }
        }
        detector.wire().flush();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (heard.size() < probes * PROBES * Detector.ROOMS) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("conflict-detector has not taken everything");
            }
            Thread.sleep(Duration.ofMillis(20));
        }
    }

    private void claim(String id, int room, Instant start, Duration length) {
        detector.claim(id, "calendar-" + id, room, start, length);
    }

    @Override
    public void hear(Change conflict, long nanos) {
        if (conflict instanceof ScheduleConflictDetected found
                && found.scheduledEventId().startsWith(PROBE)) {
            heard.add(found.conflictId());
        }
    }
}
