package dev.almanac.bench.write;

import dev.almanac.bench.suite.Machine;
import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Commands through a bare JDBC loop, in process and over HTTP with tokens, on one real PostgreSQL that forces every commit
 * to disk. The service is measured as it is configured: it decides few commands at once (ADR 0009). {@code
 * deploy/tools/bench/write} builds and runs it.
 */
public final class WriteLoad {
    private static final Duration USUAL = Duration.ofSeconds(3);

    private WriteLoad() {}

    private enum Part {
        RATES,
        HALF,
        BULK,
        LEDGER,
        AGE,
        PROFILE
    }

    public static void main(String[] args) throws Exception {
        List<String> given = Arrays.asList(args);
        Duration each = given.stream()
                .filter(argument -> argument.matches("\\d+"))
                .findFirst()
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(USUAL);
        Set<Part> named = given.stream()
                .filter(argument -> !argument.matches("\\d+"))
                .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        run(named.isEmpty() ? EnumSet.complementOf(EnumSet.of(Part.PROFILE)) : named, each);
        System.exit(0);
    }

    private static void run(Set<Part> parts, Duration each) throws Exception {
        Path folder = Files.createTempDirectory("almanac-write");
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), line -> System.err.println(line))) {
            System.out.println(Machine.described());
            suite.startStores();
            suite.startService("command-service");
            try (Targets doors = Targets.open(suite)) {
                run(parts, each, suite, doors);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static void run(Set<Part> parts, Duration each, Suite suite, Targets doors) throws Exception {
        List<Traffic> traffic = doors.warm();
        if (parts.contains(Part.RATES)) {
            new Rates(traffic, each).print();
        }
        if (parts.contains(Part.HALF)) {
            new HalfLoad(traffic.getFirst(), traffic.getLast()).print();
        }
        if (parts.contains(Part.BULK)) {
            new BulkMove(doors.http()).print();
        }
        if (parts.contains(Part.LEDGER)) {
            new FullLedger(doors.inProcess()).print();
        }
        if (parts.contains(Part.AGE)) {
            new LongHistory(doors.inProcess()).print();
        }
        if (parts.contains(Part.PROFILE)) {
            new Profile(suite, doors.inProcess().jdbc(), traffic.get(0), traffic.get(1), each).print();
        }
    }
}
