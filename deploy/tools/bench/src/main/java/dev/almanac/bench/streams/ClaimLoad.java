package dev.almanac.bench.streams;

import dev.almanac.bench.suite.Latencies;
import dev.almanac.events.Change;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How soon conflict-detector publishes a conflict after it received the second of two claims, exactly once, through the real
 * broker. {@code deploy/tools/bench/claims} builds and runs it.
 */
public final class ClaimLoad implements Detector.Load {
    private static final Duration EACH = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private final Detector detector;
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Long> toldNanos = new ConcurrentHashMap<>();
    private final Map<String, Long> heardNanos = new ConcurrentHashMap<>();

    private ClaimLoad(Detector detector) {
        this.detector = detector;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Detector.measure(ClaimLoad::new);
    }

    @Override
    public void run() throws InterruptedException {
        steady(200);
        System.out.println("| claims/s | conflicts | record in to record out, ms | never told |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        for (int perSecond : List.of(100, 1_000, 2_000)) {
            System.out.println(steady(perSecond));
        }
    }

    @Override
    public void hear(Change conflict, long nanos) {
        if (conflict instanceof ScheduleConflictDetected found) {
            heardNanos.put(later(found.scheduledEventId(), found.conflictingEventId()), nanos);
        }
    }

    private static String later(String one, String other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private String steady(int perSecond) throws InterruptedException {
        int from = next.get();
        long count = perSecond * EACH.toSeconds();
        long apartNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
        try (ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
            for (long i = 0; i < count; i++) {
                var _ = pace.schedule(this::claim, i * apartNanos, TimeUnit.NANOSECONDS);
            }
        }
        List<String> expected = IntStream.range(from, next.get())
                .filter(ClaimLoad::collides)
                .mapToObj(ClaimLoad::id)
                .toList();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!heardNanos.keySet().containsAll(expected) && System.nanoTime() < end) {
            Thread.sleep(Duration.ofMillis(100));
        }
        List<Long> took = expected.stream()
                .flatMap(id ->
                        Stream.ofNullable(heardNanos.get(id)).map(heard -> heard - toldNanos.getOrDefault(id, heard)))
                .toList();
        return "| %,d | %,d | %s | %d |"
                .formatted(perSecond, expected.size(), Latencies.of(took.stream()), expected.size() - took.size());
    }

    /** Pairs of events that need one room at one time; every second one completes a pair. */
    private void claim() {
        int number = next.getAndIncrement();
        String id = id(number);
        int pair = number / 2;
        Instant start = START.plus(Duration.ofHours(2L * (pair / Detector.ROOMS)));
        toldNanos.put(id, System.nanoTime());
        detector.claim(id, "calendar-" + pair, pair % Detector.ROOMS, start, Duration.ofHours(1));
    }

    private static boolean collides(int number) {
        return number % 2 == 1;
    }

    private static String id(int number) {
        return "event-%09d".formatted(number);
    }
}
