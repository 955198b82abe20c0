package dev.almanac.local.demo;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/**
 * How far the demo is, kept beside the data that it has filled: what was begun is gone on with after a start, and what is done
 * is not done twice.
 */
record Filled(Path file, Instant begun, boolean done) {
    private static final String BEGUN = "begun";
    private static final String DONE = "done";

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
        return new Filled(file, Instant.parse(kept.getProperty(BEGUN)), Boolean.parseBoolean(kept.getProperty(DONE)));
    }

    Filled whole() {
        return new Filled(file, begun, true).kept();
    }

    private Filled kept() {
        Properties kept = new Properties();
        kept.setProperty(BEGUN, begun.toString());
        kept.setProperty(DONE, Boolean.toString(done));
        try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            kept.store(writer, "How far ./up --demo is");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }
}
