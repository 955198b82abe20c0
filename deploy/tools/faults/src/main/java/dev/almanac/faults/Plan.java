package dev.almanac.faults;

import dev.almanac.faults.fault.Fault;
import dev.almanac.faults.fault.Faults;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param lasts faults go on from the first again until then; zero for each of them once
 * @param instances of each service
 */
public record Plan(
        long seed, Duration lasts, List<Fault> faults, Path folder, int brokers, int instances, boolean help) {
    static final String HELP = """
            Does harm to a suite, and checks that it bears it.

              deploy/faults/run [flags]

              --seed N            which random moments and parts; what is done follows from it (default: one of its own, which is printed)
              --minutes N         goes on with all of it again for so long (default: each fault once)
              --only A,B…         these faults, or those whose names begin so
              --brokers N         how many Kafka brokers run (1 to 3; default 3)
              --instances N       how many of each service run (1 to 3; default 2); of one, faults that others have to bear are left out
              --data FOLDER       where data, logs and the history are kept (default: a new folder under /tmp)
              --help              says this

            faults: %s
            """;
    private static final int BROKERS = 3;
    private static final int INSTANCES = 2;
    private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));

    public Plan {
        faults = List.copyOf(faults);
    }

    /** Each once, by three brokers and two instances of each service. */
    public static Plan cluster(long seed, Path folder, Set<String> names) {
        return new Plan(seed, Duration.ZERO, Faults.named(names), folder, BROKERS, INSTANCES, false);
    }

    /** Each once, by one of everything. */
    public static Plan single(long seed, Path folder, Set<String> names) {
        return new Plan(seed, Duration.ZERO, Faults.named(names), folder, 1, 1, false);
    }

    static Plan parse(long ownSeed, String... args) {
        Deque<String> rest = new ArrayDeque<>(List.of(args));
        long seed = ownSeed;
        Duration lasts = Duration.ZERO;
        Set<String> names = new HashSet<>();
        Path folder = TEMPORARY.resolve("almanac-faults-" + Long.toHexString(ownSeed));
        int brokers = BROKERS;
        int instances = INSTANCES;
        boolean help = false;
        while (!rest.isEmpty()) {
            String flag = rest.removeFirst();
            switch (flag) {
                case "--seed" -> seed = number(flag, rest);
                case "--minutes" -> lasts = Duration.ofMinutes(number(flag, rest));
                case "--only" -> names.addAll(List.of(value(flag, rest).split(",")));
                case "--brokers" -> brokers = upToThree(flag, rest);
                case "--instances" -> instances = upToThree(flag, rest);
                case "--data" -> folder = Path.of(value(flag, rest)).toAbsolutePath();
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("unknown flag " + flag + ": --help names them all");
            }
        }
        return new Plan(seed, lasts, Faults.named(names), folder, brokers, instances, help);
    }

    private static String value(String flag, Deque<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new IllegalArgumentException(flag + " needs a value");
        }
        return rest.removeFirst();
    }

    private static int upToThree(String flag, Deque<String> rest) {
        long number = number(flag, rest);
        if (number < 1 || number > 3) {
            throw new IllegalArgumentException(flag + " takes a number from 1 to 3");
        }
        return (int) number;
    }

    private static long number(String flag, Deque<String> rest) {
        String value = value(flag, rest);
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException(flag + " takes a number, not " + value, notANumber);
        }
    }
}
