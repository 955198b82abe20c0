package dev.almanac.bench.write;

import dev.almanac.local.Suite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** How much of the processors each process has had, those that it started with it. */
record Processors(Map<String, Duration> had) {
    private static final List<String> PARTS = List.of("kafka", "postgresql");

    static Processors now(Suite suite) {
        Map<String, Duration> had = new LinkedHashMap<>();
        had.put("this process", had(ProcessHandle.current()));
        for (String part : PARTS) {
            ProcessHandle process = suite.part(part).process().toHandle();
            had.put(
                    part,
                    Stream.concat(Stream.of(process), process.descendants())
                            .map(Processors::had)
                            .reduce(Duration.ZERO, Duration::plus));
        }
        return new Processors(had);
    }

    private static Duration had(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    void tellSince(Processors before, long commands) {
        System.out.printf("%n| process | processor time of a command, µs |%n| --- | ---: |%n");
        had.forEach((part, now) -> System.out.printf(
                "| %s | %,.0f |%n", part, now.minus(before.had().get(part)).toNanos() / 1e3 / commands));
    }
}
