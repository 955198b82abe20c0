package dev.almanac.bench.suite;

import dev.almanac.local.Suite;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Processor time that the parts have taken: unlike the times on the clock, it hardly depends on who else is there. */
record Cpu(List<Duration> parts) {
    private static final List<String> PARTS = List.of(
            "command-service", "conflict-detector", "rule-expander", "query-service", "kafka", "mongodb-stand-in");

    static Cpu of(Suite suite) {
        return new Cpu(PARTS.stream()
                .map(part ->
                        suite.part(part).process().info().totalCpuDuration().orElse(Duration.ZERO))
                .toList());
    }

    /** How much of it a command took, for each part. */
    String perCommand(Cpu before, int commands) {
        return IntStream.range(0, PARTS.size())
                .mapToObj(i -> "%s %.1f ms"
                        .formatted(
                                PARTS.get(i),
                                parts.get(i).minus(before.parts.get(i)).toNanos() / 1e6 / Math.max(1, commands)))
                .collect(Collectors.joining(", "));
    }
}
