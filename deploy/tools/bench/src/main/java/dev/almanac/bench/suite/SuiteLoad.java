package dev.almanac.bench.suite;

import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.local.machine.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Starts the whole suite on free ports in a folder of its own, sends it commands over HTTP with a token, and prints as
 * a table how many it takes and how soon the views contain the events and their conflicts. The clients run on the same
 * machine and take their share of it.
 *
 * <p>{@code deploy/tools/bench/load} builds and runs it; its one argument is how many seconds each load lasts (30).
 */
public final class SuiteLoad {
    private static final Duration USUAL = Duration.ofSeconds(30);
    /** Until the virtual machines have compiled what they need: a service in use has done so long ago. */
    private static final Duration WARMING_UP = Duration.ofMinutes(2);

    private static final int CLIENTS_WARMING_UP = 8;
    private static final List<Integer> CLIENTS = List.of(1, 8, 32);
    private static final int PER_SECOND = 50;
    private static final int CLIENTS_AT_SATURATION = 16;
    /** SCH-014. */
    private static final Duration ALWAYS = Duration.ofSeconds(5);

    private static final Duration AT_A_STEADY_LOAD = Duration.ofMillis(250);

    private SuiteLoad() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Duration each = args.length == 0 ? USUAL : Duration.ofSeconds(Long.parseLong(args[0]));
        Path folder = Files.createTempDirectory("almanac-load");
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), line -> System.err.println(line))) {
            System.out.println(Machine.described());
            suite.start();
            try (Api api = new Api(suite)) {
                run(suite, new Load(api, Bookings.in(api), ChangeFeed.of(api)), each);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static void run(Suite suite, Load load, Duration each) throws InterruptedException {
        load.saturated(CLIENTS_WARMING_UP, WARMING_UP);
        System.out.println(Measured.HEADER);
        List<Measured> all = new ArrayList<>();
        for (int clients : CLIENTS) {
            all.add(told(load.saturated(clients, each)));
        }
        Cpu before = Cpu.of(suite);
        Measured steady = told(load.steady(PER_SECOND, each));
        Cpu spent = Cpu.of(suite).since(before);
        all.add(steady);
        all.add(told(load.saturated(CLIENTS_AT_SATURATION, each)));
        System.out.printf(
                "%nProcessor time per command at %d commands/s: %s%n",
                PER_SECOND,
                IntStream.range(0, Cpu.PARTS.size())
                        .mapToObj(part -> "%s %.1f ms"
                                .formatted(
                                        Cpu.PARTS.get(part),
                                        spent.millisEach(steady.accepted()).get(part)))
                        .collect(Collectors.joining(", ")));
        System.out.printf(
                "%nConflicts are visible within %s of the answer at p99, always: %s; within %s at %d commands/s: %s%n",
                ALWAYS,
                all.stream().allMatch(measured -> measured.meets(ALWAYS)),
                AT_A_STEADY_LOAD,
                PER_SECOND,
                steady.meets(AT_A_STEADY_LOAD));
    }

    private static Measured told(Measured measured) {
        System.out.println(measured.row());
        return measured;
    }
}
