package dev.almanac.bench.suite;

import dev.almanac.local.Suite;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Processor time that the parts have taken: unlike the times on the clock, it hardly depends on who else is there. */
public record Cpu(Map<String, Duration> instances) {
    public static final List<String> PARTS = List.of(
            "command-service",
            "conflict-detector",
            "rule-expander",
            "query-service",
            "front",
            "kafka",
            "postgresql",
            "mongodb-stand-in");

    public Cpu {
        instances = Map.copyOf(instances);
    }

    public static Cpu of(Suite suite) {
        return new Cpu(suite.names().stream()
                .collect(Collectors.toMap(
                        name -> name, name -> taken(suite.part(name).process().toHandle()))));
    }

    /** With the processes that it started: PostgreSQL's server has one for each connection. */
    private static Duration taken(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    public Cpu since(Cpu before) {
        return new Cpu(instances.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> each.getValue().minus(before.of(each.getKey())))));
    }

    private Duration of(String instance) {
        return Objects.requireNonNullElse(instances.get(instance), Duration.ZERO);
    }

    /** All instances of that part together. */
    private Duration together(String part) {
        return instancesOf(part).values().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** The first bears the part's plain name, the others have a number behind it. */
    private Map<String, Duration> instancesOf(String part) {
        return instances.entrySet().stream()
                .filter(each -> each.getKey().matches(part + "(-[0-9])?"))
                .sorted(Map.Entry.comparingByKey())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }

    /** Milliseconds that one of so many took, for each part in order. */
    public List<Double> millisEach(int count) {
        return PARTS.stream()
                .map(part -> together(part).toNanos() / 1e6 / Math.max(1, count))
                .toList();
    }

    /** What the instances of a part had of its time, such as 48 / 52. */
    public String shares(String part) {
        double all = Math.max(1, together(part).toNanos());
        return instancesOf(part).values().stream()
                .map(each -> "%.0f".formatted(100 * each.toNanos() / all))
                .collect(Collectors.joining(" / "));
    }
}
