package dev.almanac.faults.history;

import dev.almanac.faults.history.Entry.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Takes down, line by line as JSON, what was asked and answered, and what was done to the suite meanwhile. */
public final class History implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final BufferedWriter lines;
    private final Clock clock = Clock.systemUTC();
    private long numbers;

    public History(Path file) throws IOException {
        this.lines = Files.newBufferedWriter(file);
    }

    /** Before it is sent; answers its number. */
    public synchronized long asked(
            String who, String method, String path, @Nullable String key, @Nullable JsonNode body) {
        numbers++;
        write(new Entry(Kind.ASKED, clock.instant(), numbers, who, method, path, key, body, null));
        return numbers;
    }

    public synchronized void answered(long number, int status, @Nullable JsonNode body) {
        write(new Entry(Kind.ANSWERED, clock.instant(), number, null, null, null, null, body, status));
    }

    public synchronized void unanswered(long number, String why) {
        write(Entry.of(Kind.UNANSWERED, clock.instant(), number, null, json(Map.of("why", why))));
    }

    public synchronized void noted(String what, Object value) {
        write(Entry.of(Kind.NOTED, clock.instant(), 0, what, json(value)));
    }

    public Instant began(String fault) {
        return mark(Kind.FAULT_BEGAN, fault, Map.of());
    }

    public Instant ended(String fault) {
        return mark(Kind.FAULT_ENDED, fault, Map.of());
    }

    /**
     * All is well again.
     *
     * @param seconds after the end of the fault
     */
    public void recovered(String fault, double seconds) {
        mark(Kind.RECOVERED, fault, Map.of("seconds", seconds));
    }

    public void failed(String fault, Exception why) {
        mark(Kind.FAULT_FAILED, fault, Map.of("why", why.toString()));
    }

    private synchronized Instant mark(Kind kind, String fault, Map<String, ?> more) {
        Instant now = clock.instant();
        write(Entry.of(kind, now, 0, fault, json(more)));
        return now;
    }

    private void write(Entry entry) {
        try {
            lines.write(JSON.writeValueAsString(entry));
            lines.newLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was taken down so far can be read. */
    public synchronized void flush() {
        try {
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static JsonNode json(Object value) {
        return JSON.valueToTree(value);
    }

    public static List<Entry> read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> JSON.readValue(line, Entry.class)).toList();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        lines.close();
    }
}
