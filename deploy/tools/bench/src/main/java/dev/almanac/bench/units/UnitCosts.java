package dev.almanac.bench.units;

import static java.util.stream.Collectors.joining;

import dev.almanac.bench.streams.KafkaClient;
import dev.almanac.bench.suite.Api;
import dev.almanac.bench.suite.Bookings;
import dev.almanac.bench.suite.ChangeFeed;
import dev.almanac.bench.suite.Cpu;
import dev.almanac.bench.suite.Load;
import dev.almanac.bench.suite.Machine;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Shape;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What one command and one due run take of processors and stores, of a suite with one instance of every service, and then of one
 * with two: {@code docs/scaling.md} reckons with the first and is checked by the second.
 *
 * <p>{@code deploy/tools/bench/units} builds and runs it; its one argument is how many seconds each part lasts (60).
 */
public final class UnitCosts {
    private static final Duration USUAL = Duration.ofSeconds(60);
    private static final Duration WARMING_UP = Duration.ofSeconds(90);
    private static final int CLIENTS_WARMING_UP = 8;
    private static final int PER_SECOND = 25;
    /** A user may have no more. */
    private static final int RULES = 50;

    private static final Duration READ_WITHIN = Duration.ofMinutes(2);
    private static final Duration NO_MORE_COMES = Duration.ofSeconds(3);

    private static final int MINUTES = 3;
    private static final Duration SETTLING = Duration.ofSeconds(15);
    private static final long SHOWN_FROM = 20;

    private UnitCosts() {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        Duration each = args.length == 0 ? USUAL : Duration.ofSeconds(Long.parseLong(args[0]));
        System.out.println(Machine.described());
        System.out.println("| | " + String.join(" | ", Cpu.PARTS) + " |");
        System.out.println("| --- |" + " ---: |".repeat(Cpu.PARTS.size()));
        for (int instances : List.of(1, 2)) {
            Path folder = Files.createTempDirectory("almanac-units");
            Options options = Options.of(folder, Ports.free()).withShape(Shape.free(1, instances));
            try (Suite suite = Suite.of(options, line -> System.err.println(line))) {
                suite.start();
                try (Api api = Api.throughTheFront(suite)) {
                    measure(suite, api, instances, each);
                }
            } finally {
                Folders.delete(folder);
            }
        }
    }

    private static void measure(Suite suite, Api api, int instances, Duration each)
            throws IOException, InterruptedException, SQLException {
        String with = instances == 1 ? ", one instance of each" : ", two instances of each";
        Load load = new Load(api, Bookings.in(api), ChangeFeed.of(api));
        load.saturated(CLIENTS_WARMING_UP, WARMING_UP);
        Thread.sleep(SETTLING);
        Cpu quiet = spentWhile(suite, () -> Thread.sleep(each));
        System.out.println(
                row("ms of a processor each second while nothing happens" + with, quiet, (int) each.toSeconds()));
        StoredBytes before = StoredBytes.of(suite);
        AtomicInteger accepted = new AtomicInteger();
        Cpu booking = spentWhile(suite, () -> {
            accepted.set(load.steady(PER_SECOND, each).accepted());
            Thread.sleep(SETTLING);
        });
        System.out.println(row("ms for a command at %d/s%s".formatted(PER_SECOND, with), booking, accepted.get()));
        if (instances == 1) {
            told("bytes of a command", StoredBytes.of(suite).since(before), accepted.get());
            due(suite, api);
        } else {
            System.out.println("Shares of the instances, %: "
                    + Cpu.PARTS.subList(0, 4).stream()
                            .map(part -> part + " " + booking.shares(part))
                            .collect(joining(", ")));
        }
    }

    private static void due(Suite suite, Api api) throws IOException, InterruptedException, SQLException {
        StoredBytes atFirst = StoredBytes.of(suite);
        for (int rule = 0; rule < RULES; rule++) {
            api.create("/schedules/rules", rule(rule));
        }
        Thread.sleep(SETTLING);
        StoredBytes before = StoredBytes.of(suite);
        told("bytes of a rule", before.since(atFirst), RULES);
        int dueBefore = countDue(suite);
        Cpu spent = spentWhile(suite, () -> Thread.sleep(Duration.ofMinutes(MINUTES)));
        int due = countDue(suite) - dueBefore;
        System.out.println(row("ms for a due run at %d a minute".formatted(RULES), spent, due));
        told("bytes of a due run", StoredBytes.of(suite).since(before), due);
    }

    private static Map<String, Object> rule(int number) {
        return Map.of(
                "name",
                "Rule " + number,
                "recurrence",
                Map.of("cron", "* * * * *"),
                "timeZone",
                "Europe/Berlin",
                "queue",
                "queue-" + number % 10,
                "jobTemplate",
                Map.of("type", "backup"));
    }

    /** Of all that is on the topic: what is planned for months stands there before what was due a moment ago. */
    private static int countDue(Suite suite) {
        AtomicInteger due = new AtomicInteger();
        AtomicLong last = new AtomicLong(Long.MAX_VALUE);
        try (KafkaClient kafka = new KafkaClient(suite.kafkaServers())) {
            kafka.hear(
                    Topic.OCCURRENCES,
                    READ_WITHIN,
                    () -> System.nanoTime() - last.get() > NO_MORE_COMES.toNanos(),
                    (change, heard) -> {
                        last.set(heard);
                        if (change instanceof OccurrenceDue) {
                            due.incrementAndGet();
                        }
                    });
        }
        return due.get();
    }

    @FunctionalInterface
    private interface Work {
        void run() throws InterruptedException;
    }

    private static Cpu spentWhile(Suite suite, Work work) throws InterruptedException {
        Cpu before = Cpu.of(suite);
        work.run();
        return Cpu.of(suite).since(before);
    }

    private static String row(String name, Cpu spent, int count) {
        return "| " + name + " | "
                + spent.millisEach(count).stream().map("%.2f"::formatted).collect(joining(" | ")) + " |";
    }

    private static void told(String what, StoredBytes grown, int count) {
        told(what + ", tables of PostgreSQL", grown.tables(), count);
        told(what + ", topics", grown.topics(), count);
        told(what + ", documents", grown.documents(), count);
    }

    private static void told(String what, Map<String, Long> sizes, int count) {
        System.out.printf(
                "%s: %,d (%s)%n",
                what,
                StoredBytes.sum(sizes) / count,
                sizes.entrySet().stream()
                        .filter(size -> size.getValue() / count >= SHOWN_FROM)
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .map(size -> "%s %,d".formatted(size.getKey(), size.getValue() / count))
                        .collect(joining(", ")));
    }
}
