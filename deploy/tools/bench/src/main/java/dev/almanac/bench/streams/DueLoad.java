package dev.almanac.bench.streams;

import dev.almanac.events.Change;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
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
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Running;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How late {@code OccurrenceDue} is, as a consumer sees it, beside db-scheduler on the suite's PostgreSQL; how long a burst
 * at one instant takes; and how long rule-expander needs for ten thousand rules over its horizon. {@code deploy/tools/bench/due}
 * builds and runs it; with words such as {@code 1000}, only the loads that are named so.
 */
public final class DueLoad {
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

    private final KafkaClient wire;
    private final AtomicBoolean done = new AtomicBoolean();
    private final Clock clock = Clock.systemUTC();
    private final AtomicInteger next = new AtomicInteger();
    private final Map<String, Long> lateNanos = new ConcurrentHashMap<>();
    private final AtomicInteger early = new AtomicInteger();
    private final AtomicInteger days = new AtomicInteger();
    private final AtomicLong lastDayNanos = new AtomicLong();
    private final Map<String, Long> lastDayOf = new ConcurrentHashMap<>();

    private DueLoad(KafkaClient wire) {
        this.wire = wire;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("almanac-due");
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), line -> System.err.println(line))) {
            suite.startStores();
            suite.startService("rule-expander");
            try (KafkaClient wire = new KafkaClient(suite.kafkaServers());
                    DbSchedulerPeer rival = DbSchedulerPeer.on(suite.postgresUrl())) {
                new DueLoad(wire).run(rival, DueTimes.named(args), suite.part("rule-expander"));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void run(DbSchedulerPeer rival, List<DueTimes> loads, Running expander) throws InterruptedException {
        Thread ear = Thread.ofPlatform().daemon().start(this::hear);
        due(DueTimes.spread(100));
        System.out.println("| load | OccurrenceDue is late by, ms | early | never | processor time for each, ms"
                + " | db-scheduler is late by, ms | never |");
        System.out.println("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (DueTimes times : loads) {
            Duration before = processorTime(expander);
            Late ours = due(times);
            double each = processorTime(expander).minus(before).toNanos() / 1e6 / times.count();
            Late theirs = rival.due(times);
            System.out.println("| %s | %s | %d | %d | %.2f | %s | %d |"
                    .formatted(times.name(), ours.by(), early.get(), ours.never(), each, theirs.by(), theirs.never()));
        }
        if (loads.equals(DueTimes.ALL)) {
            materialise();
        }
        done.set(true);
        ear.join();
    }

    /** Of the rule-expander: from when it receives the rules until all of them were due. */
    private static Duration processorTime(Running expander) {
        return expander.process().info().totalCpuDuration().orElse(Duration.ZERO);
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

    /** Rules that run once; their jitter spreads those that are not to begin with a second. */
    private Late due(DueTimes times) throws InterruptedException {
        int count = times.count();
        int from = next.getAndAdd(count);
        Instant first = times.first(clock.instant());
        Rrule once = new Rrule("FREQ=DAILY;COUNT=1", List.of(), List.of());
        for (int i = 0; i < count; i++) {
            RuleProfile profile = times.onTheSecond()
                    ? profile(once, times.of(i, first), 0)
                    : profile(once, first, times.seconds() - 1);
            wire.tell(created("rule-" + (from + i), profile), 0);
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
