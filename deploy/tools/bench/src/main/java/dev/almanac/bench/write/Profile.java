package dev.almanac.bench.write;

import dev.almanac.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;
import org.springframework.jdbc.core.JdbcTemplate;

/** Where the processor's time of commands goes: each sample counts for the innermost part that it knows. */
record Profile(Suite suite, JdbcTemplate jdbc, Traffic bare, Traffic inProcess, Duration each) {
    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final int CLIENTS = 16;
    private static final int TOLD = 25;
    private static final List<String> PARTS = List.of(
            "org.postgresql",
            "com.zaxxer",
            "tools.jackson",
            "org.apache.kafka",
            "org.axonframework",
            "org.springframework",
            "io.github.resilience4j",
            "io.micrometer",
            "io.netty",
            "reactor",
            "dev.almanac.command",
            "dev.almanac.events",
            "dev.almanac.bench");

    void print() throws Exception {
        System.out.printf("%n| door | process | processor time of a command, µs |%n| --- | --- | ---: |%n");
        tellProcessors("bare", bare);
        tellProcessors("in process", inProcess);
        Path file = Files.createTempFile("almanac-write", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(Duration.ofMillis(10));
            recording.start();
            Clients.saturating(CLIENTS, each.multipliedBy(3), inProcess::schedule);
            Clients.saturating(CLIENTS, each.multipliedBy(3), inProcess::reschedule);
            recording.stop();
            recording.dump(file);
            tell(file);
        } finally {
            Files.delete(file);
        }
    }

    private void tellProcessors(String door, Traffic traffic) throws Exception {
        Processors before = Processors.now(suite, jdbc);
        Clients.Round scheduled = Clients.saturating(CLIENTS, each.multipliedBy(3), traffic::schedule);
        Processors.now(suite, jdbc)
                .tellSince(before, door, scheduled.tookNanos().size());
    }

    private static void tell(Path file) throws IOException {
        Map<String, Integer> parts = new HashMap<>();
        Map<String, Integer> callers = new HashMap<>();
        for (RecordedEvent sample : RecordingFile.readAllEvents(file)) {
            if (sample.getEventType().getName().equals(SAMPLE) && sample.getStackTrace() != null) {
                List<RecordedFrame> frames = sample.getStackTrace().getFrames();
                parts.merge(innermost(frames), 1, Integer::sum);
                callers.merge(caller(frames), 1, Integer::sum);
            }
        }
        tell("part", parts);
        tell("our method, with all that it calls", callers);
    }

    private static String innermost(List<RecordedFrame> frames) {
        return frames.stream()
                .map(Profile::type)
                .flatMap(type -> PARTS.stream().filter(type::startsWith))
                .findFirst()
                .orElse("others");
    }

    private static String caller(List<RecordedFrame> frames) {
        return frames.stream()
                .filter(frame -> type(frame).startsWith("dev.almanac"))
                .findFirst()
                .map(frame -> type(frame) + "." + frame.getMethod().getName())
                .orElse("none");
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }

    private static void tell(String of, Map<String, Integer> samples) {
        double all = samples.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%n| %s | share of processor samples |%n| --- | ---: |%n", of);
        samples.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(TOLD)
                .forEach(each -> System.out.printf("| %s | %.1f %% |%n", each.getKey(), 100 * each.getValue() / all));
    }
}
