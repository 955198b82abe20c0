package dev.almanac.bench.write;

import dev.almanac.local.Suite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** How much of the processors each part has had. */
record Processors(Map<String, Duration> had) {

    /** PostgreSQL's server is detached from whoever started it, and names its processes itself. */
    static Processors now(Suite suite, JdbcTemplate jdbc) {
        Map<String, Duration> had = new LinkedHashMap<>();
        had.put("this process", had(Stream.of(ProcessHandle.current())));
        List<ProcessHandle> servers =
                jdbc.query("select pid from pg_stat_activity", (row, _) -> ProcessHandle.of(row.getLong(1))).stream()
                        .flatMap(Optional::stream)
                        .toList();
        had.put("PostgreSQL", had(servers.stream()));
        had.put("Kafka", had(Stream.of(suite.part("kafka").process().toHandle())));
        return new Processors(had);
    }

    private static Duration had(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    void tellSince(Processors before, String door, long commands) {
        had.forEach((part, now) -> System.out.printf(
                "| %s | %s | %,.0f |%n",
                door,
                part,
                now.minus(before.had().getOrDefault(part, Duration.ZERO)).toNanos() / 1e3 / commands));
    }
}
