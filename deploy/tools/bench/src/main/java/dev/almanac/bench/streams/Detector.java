package dev.almanac.bench.streams;

import dev.almanac.events.Change;
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
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Running;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** conflict-detector alone with the real broker; it receives rooms, and events that need them. */
record Detector(KafkaClient wire, Running service) {
    static final int ROOMS = 50;
    private static final String SERVICE = "conflict-detector";
    private static final int SETTLES_WITHIN_SECONDS = 60;
    private static final Duration AT_REST_IN_A_SECOND = Duration.ofMillis(100);

    /** What it receives while it is measured, and what it publishes. */
    interface Load {
        void run() throws InterruptedException;

        void hear(Change conflict, long nanos);
    }

    static void measure(Function<Detector, Load> load) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("almanac-claims");
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), line -> System.err.println(line))) {
            suite.startStores();
            suite.startService(SERVICE);
            try (KafkaClient wire = new KafkaClient(suite.kafkaServers())) {
                Detector detector = new Detector(wire, suite.part(SERVICE));
                detector.run(load.apply(detector));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(Load load) throws InterruptedException {
        for (int room = 0; room < ROOMS; room++) {
            ResourceProfile profile = new ResourceProfile("room", ResourceType.VENUE, null, null, null);
            wire.tell(new ResourceRegistered("room-" + room, profile), 0);
        }
        AtomicBoolean done = new AtomicBoolean();
        Thread ear = Thread.ofPlatform()
                .daemon()
                .start(() -> wire.hear(Topic.CONFLICTS, Duration.ofHours(1), done::get, load::hear));
        load.run();
        done.set(true);
        ear.join();
    }

    void claim(String id, String calendarId, int room, Instant start, Duration length) {
        Booking booking = new Booking(calendarId, start, start.plus(length), "UTC", null);
        ResourceClaim claim = new ResourceClaim("room-" + room, ResourceRole.PRIMARY);
        EventDetails details =
                new EventDetails(null, id, null, null, null, 0, List.of(), List.of(claim), false, List.of());
        wire.tell(new EventScheduledOnCalendar(id, booking, details, ScheduleStatus.SCHEDULED, "bench"), 0);
    }

    /** Until files that were written before have been merged, and the like. */
    void settle() throws InterruptedException {
        Duration had = processorTime();
        for (int second = 0; second < SETTLES_WITHIN_SECONDS; second++) {
            Thread.sleep(Duration.ofSeconds(1));
            Duration now = processorTime();
            if (now.minus(had).compareTo(AT_REST_IN_A_SECOND) < 0) {
                return;
            }
            had = now;
        }
    }

    Duration processorTime() {
        return service.process().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
