package dev.almanac.bench.streams;

import dev.almanac.bench.suite.Latencies;
import dev.almanac.events.Change;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.events.schedule.Booking;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduleChange.EventScheduledOnCalendar;
import dev.almanac.events.schedule.ScheduleStatus;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Folders;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How soon conflict-detector tells a conflict after the second of two claims was told to it, exactly once, through the real
 * broker; and what a claim costs when very many are stored. {@code deploy/bench/claims} builds and runs it.
 */
public final class ClaimLoad {
    private static final Duration EACH = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final int ROOMS = 50;
    private final Wire wire;
    private final AtomicBoolean done = new AtomicBoolean();
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Long> toldNanos = new ConcurrentHashMap<>();
    private final Map<String, Long> heardNanos = new ConcurrentHashMap<>();

    private ClaimLoad(Wire wire) {
        this.wire = wire;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("almanac-claims");
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), line -> System.err.println(line))) {
            suite.startStores();
            suite.startService("conflict-detector");
            try (Wire wire = new Wire(suite.kafkaServers())) {
                new ClaimLoad(wire).run();
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void run() throws InterruptedException {
        for (int room = 0; room < ROOMS; room++) {
            ResourceProfile profile = new ResourceProfile("room", ResourceType.VENUE, null, null, null);
            wire.tell(new ResourceRegistered("room-" + room, profile), 0);
        }
        Thread ear = Thread.ofPlatform().daemon().start(this::hear);
        steady(200);
        System.out.println("| claims/s | conflicts | record in to record out, ms | never told |");
        System.out.println("| ---: | ---: | ---: | ---: |");
        for (int perSecond : List.of(100, 1_000, 2_000)) {
            System.out.println(steady(perSecond));
        }
        done.set(true);
        ear.join();
    }

    private void hear() {
        wire.hear(Topic.CONFLICTS, Duration.ofHours(1), done::get, this::note);
    }

    private void note(Change change, long nanos) {
        if (change instanceof ScheduleConflictDetected found) {
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
        Instant start = START.plus(Duration.ofHours(2L * (pair / ROOMS)));
        Booking booking = new Booking("calendar-" + pair, start, start.plusSeconds(3_600), "UTC", null);
        ResourceClaim room = new ResourceClaim("room-" + pair % ROOMS, ResourceRole.PRIMARY);
        EventDetails details =
                new EventDetails(null, id, null, null, null, 0, List.of(), List.of(room), false, List.of());
        toldNanos.put(id, System.nanoTime());
        wire.tell(new EventScheduledOnCalendar(id, booking, details, ScheduleStatus.SCHEDULED, "bench"), 0);
    }

    private static boolean collides(int number) {
        return number % 2 == 1;
    }

    private static String id(int number) {
        return "event-%09d".formatted(number);
    }
}
