package dev.almanac.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The store of the views is killed, and comes back as it was a second before: it has lost what it had acknowledged. */
record Forgetful(String name, Duration lost) implements Fault {
    private static final String STORE = "mongodb-stand-in";

    @Override
    public void strike(Field field) throws InterruptedException {
        Path store = field.folder().resolve("mongodb");
        Path before = field.folder().resolve("mongodb-before");
        copyOfOneMoment(field, store, before);
        Thread.sleep(lost);
        field.kill(STORE);
        copy(before, store);
        field.startAgain(List.of(STORE));
    }

    /** What a kill at that moment would have left: while it is copied nothing is written. */
    private static void copyOfOneMoment(Field field, Path from, Path to) throws InterruptedException {
        List<ProcessHandle> processes = Processes.of(field.suite(), STORE, field.folder());
        Processes.signal("STOP", processes);
        try {
            copy(from, to);
        } finally {
            Processes.signal("CONT", processes);
        }
    }

    private static void copy(Path from, Path to) {
        try {
            Files.createDirectories(to);
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
