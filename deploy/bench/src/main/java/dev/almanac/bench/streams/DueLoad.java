package dev.almanac.bench.streams;

import dev.almanac.events.Change;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.recurrence.Cron;
import dev.almanac.events.recurrence.Recurrence;
import dev.almanac.events.recurrence.Rrule;
import dev.almanac.events.rule.CatchUp;
import dev.almanac.events.rule.JobTemplate;
import dev.almanac.events.rule.OverlapPolicy;
import dev.almanac.events.rule.RetryPolicy;
import dev.almanac.events.rule.RuleChange.RuleCreated;
import dev.almanac.events.rule.RuleChange.RuleUpdated;
import dev.almanac.events.rule.RuleMetadata;
import dev.almanac.events.rule.RuleOptions;
import dev.almanac.events.rule.RuleProfile;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Folders;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How late {@code OccurrenceDue} is, as a consumer sees it, beside db-scheduler on the suite's PostgreSQL; how long a burst
 * at one instant takes; and how long rule-expander needs for ten thousand rules over its horizon. {@code deploy/bench/due}
 * builds and runs it.
 */
public final class DueLoad {
    private static final int SECONDS = 20;
    private static final int BURST = 10_000;
    private static final int MIXED = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final List<String> CRONS = List.of(
            "0 2 * * *",
            "30 6 * * 1-5",
            "15 * * * *",
            "0 0 1 * *",
            "0 12 * * 0",
            "45 23 L * *",
            "0 9 * * 1#1",
            "0 */4 * * *");

    private final Wire wire;
    private final AtomicBoolean done = new AtomicBoolean();
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Long> lateNanos = new ConcurrentHashMap<>();
    private final AtomicInteger early = new AtomicInteger();
    private final AtomicInteger days = new AtomicInteger();
    private final AtomicLong lastDayNanos = new AtomicLong();
    private final Map<String, Long> lastDayOf = new ConcurrentHashMap<>();

    private DueLoad(Wire wire) {
        this.wire = wire;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("almanac-due");
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), line -> System.err.println(line))) {
            suite.startStores();
            suite.startService("rule-expander");
            try (Wire wire = new Wire(suite.kafkaServers());
                    Rival rival = Rival.on(suite.postgresUrl())) {
                new DueLoad(wire).run(rival);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(Rival rival) throws InterruptedException {
        Thread ear = Thread.ofPlatform().daemon().start(this::hear);
        due(100, SECONDS);
        System.out.println(
                "| load | OccurrenceDue is late by, ms | early | never | db-scheduler is late by, ms | never |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: |");
        for (int perSecond : List.of(100, 1_000, 5_000)) {
            row("%,d due per second".formatted(perSecond), due(perSecond, SECONDS), rival.due(perSecond, SECONDS));
        }
        row("%,d due at one instant".formatted(BURST), due(BURST, 1), rival.due(BURST, 1));
        materialise();
        done.set(true);
        ear.join();
    }

    private void row(String load, Late ours, Late theirs) {
        System.out.println("| %s | %s | %d | %d | %s | %d |"
                .formatted(load, ours.by(), early.get(), ours.never(), theirs.by(), theirs.never()));
    }

    private void hear() {
        wire.hear(Topic.OCCURRENCES, Duration.ofHours(1), done::get, this::note);
    }

    private void note(Change change, long nanos) {
        switch (change) {
            case OccurrenceDue due -> {
                long late = Duration.between(due.dueAt(), clock.instant()).toNanos();
                lateNanos.put(due.seriesId(), late);
                if (late < 0) {
                    early.incrementAndGet();
                }
            }
            case OccurrencesMaterialised day -> {
                days.incrementAndGet();
                lastDayNanos.set(nanos);
                lastDayOf.put(day.seriesId(), nanos);
            }
            default -> {}
        }
    }

    /** Rules that run once, spread over so many seconds by their jitter. */
    private Late due(int perSecond, int seconds) throws InterruptedException {
        int count = perSecond * seconds;
        int from = next.getAndAdd(count);
        Instant at = clock.instant().plusSeconds(15 + count / 1_000).truncatedTo(ChronoUnit.SECONDS);
        for (int i = from; i < from + count; i++) {
            wire.tell(
                    created(
                            "rule-" + i,
                            profile(new Rrule("FREQ=DAILY;COUNT=1", List.of(), List.of()), at, seconds - 1)),
                    0);
        }
        wire.flush();
        return Late.of(from, count, "rule-", lateNanos, PATIENCE);
    }

    private void materialise() throws InterruptedException {
        days.set(0);
        long began = System.nanoTime();
        Instant now = clock.instant();
        for (int i = 0; i < MIXED; i++) {
            wire.tell(created("mixed-" + i, profile(new Cron(CRONS.get(i % CRONS.size())), now, 0)), 0);
        }
        wire.flush();
        Thread.sleep(SILENCE);
        while (System.nanoTime() - lastDayNanos.get() < SILENCE.toNanos()) {
            Thread.sleep(Duration.ofMillis(200));
        }
        System.out.printf(
                "%nMaterialising %,d mixed rules over the horizon: %,d series-days in %.1f s%n",
                MIXED, days.get(), (lastDayNanos.get() - began) / 1e9);
        long changed = System.nanoTime();
        wire.tell(new RuleUpdated("mixed-0", profile(new Cron("7 3 * * *"), now, 0), clock.instant(), "bench"), 1);
        wire.flush();
        while (lastDayOf.getOrDefault("mixed-0", 0L) < changed) {
            Thread.sleep(Duration.ofMillis(5));
        }
        Thread.sleep(SILENCE);
        System.out.printf(
                "A changed rule is told whole after %.2f s%n",
                (lastDayOf.getOrDefault("mixed-0", changed) - changed) / 1e9);
    }

    private RuleCreated created(String id, RuleProfile profile) {
        return new RuleCreated(id, profile, clock.instant(), "bench");
    }

    private static RuleProfile profile(Recurrence recurrence, Instant start, int jitterSeconds) {
        RuleOptions options = new RuleOptions(
                1,
                jitterSeconds,
                RetryPolicy.NONE,
                CatchUp.ALL,
                OverlapPolicy.ALLOW,
                RuleOptions.DEFAULT.dstGap(),
                RuleOptions.DEFAULT.dstOverlap(),
                RuleOptions.DEFAULT.maxHistory());
        return new RuleProfile(
                "bench",
                recurrence,
                LocalDateTime.ofInstant(start, ZoneOffset.UTC),
                "UTC",
                "bench",
                new JobTemplate("bench", null, JobTemplate.PRIORITY_DEFAULT, JobTemplate.TIMEOUT_SECONDS_MAX),
                options,
                new RuleMetadata(null, null, List.of()));
    }
}
