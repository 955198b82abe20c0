package dev.almanac.local.demo;

import dev.almanac.local.machine.StartFailure;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

/**
 * How far the demo is, kept beside the data that it has filled: what was begun is gone on with after a start, and what is done
 * is not done twice.
 */
record Filled(Path file, Instant begun, boolean done) {
    private static final String BEGUN = "begun";
    private static final String DONE = "done";
    /** For so long command-service remembers the key of a request. */
    private static final Duration REPEATS_KNOWN = Duration.ofHours(24);

    static Filled in(Path data, Instant now) {
        Path file = data.resolve("demo.properties");
        if (!Files.exists(file)) {
            return new Filled(file, now, false).kept();
        }
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Instant begun = Instant.parse(kept.getProperty(BEGUN));
        boolean done = Boolean.parseBoolean(kept.getProperty(DONE));
        if (!done && begun.plus(REPEATS_KNOWN).isBefore(now)) {
            throw new StartFailure("the demo was begun at " + begun
                    + " and not finished; repeats are no longer known for such, so start anew with --reset");
        }
        return new Filled(file, begun, done);
    }

    Filled whole() {
        return new Filled(file, begun, true).kept();
    }

    private Filled kept() {
        Properties kept = new Properties();
        kept.setProperty(BEGUN, begun.toString());
        kept.setProperty(DONE, Boolean.toString(done));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try (Writer writer = Files.newBufferedWriter(draft, StandardCharsets.UTF_8)) {
            kept.store(writer, "How far ./up --demo is");
            writer.flush();
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }
}
