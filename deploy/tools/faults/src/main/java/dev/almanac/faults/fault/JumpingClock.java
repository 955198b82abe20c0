package dev.almanac.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * The clock of one instance jumps and comes back, by libfaketime; elapsed time goes on as it did.
 *
 * @param by such as {@code +20m} or {@code -20m}
 */
record JumpingClock(String name, String kind, String by, Duration lasts, AtomicReference<String> part)
        implements Fault {
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    JumpingClock(String name, String kind, String by, Duration lasts) {
        this(name, kind, by, lasts, new AtomicReference<>(""));
    }

    @Override
    public String whyNot() {
        return library().isEmpty() ? "libfaketime is not installed" : "";
    }

    private static String library() {
        return Stream.of("/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib64")
                .map(folder -> Path.of(folder, LIBRARY))
                .filter(Files::exists)
                .map(Path::toString)
                .findFirst()
                .orElse("");
    }

    /** With a clock that can be moved, and is right. */
    @Override
    public void prepare(Field field) throws InterruptedException {
        part.set(field.anyOf(kind));
        move(field, "+0");
        field.suite().stop(part.get());
        field.suite()
                .launch(
                        part.get(),
                        Map.of(
                                "LD_PRELOAD",
                                library(),
                                "FAKETIME_TIMESTAMP_FILE",
                                offset(field).toString(),
                                "FAKETIME_DONT_FAKE_MONOTONIC",
                                "1",
                                "FAKETIME_CACHE_DURATION",
                                "1"));
        field.awaitReady(part.get());
    }

    @Override
    public void strike(Field field) throws InterruptedException {
        move(field, by);
        try {
            Thread.sleep(lasts);
        } finally {
            move(field, "+0");
        }
    }

    @Override
    public void cleanUp(Field field) throws InterruptedException {
        field.suite().stop(part.get());
        field.suite().launch(part.get(), Map.of());
        field.awaitReady(part.get());
    }

    private static Path offset(Field field) {
        return field.folder().resolve("clock");
    }

    private static void move(Field field, String by) {
        try {
            Files.writeString(offset(field), by + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
