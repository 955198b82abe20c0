package dev.almanac.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Keeps the log of each part small: what is too long is copied aside, where one older file is kept, and cut to nothing. The
 * parts go on writing at the end, as their files were opened for appending.
 */
final class LogRotation implements AutoCloseable {
    static final long BYTES_MAX = 10L * 1024 * 1024;
    private static final long MILLIS_BETWEEN_LOOKS = 2_000;
    private final Path folder;
    private final Thread thread;

    private LogRotation(Path folder) {
        this.folder = folder;
        this.thread = Thread.ofPlatform().daemon().name("log-rotation").unstarted(this::run);
    }

    static LogRotation of(Path folder) {
        LogRotation rotation = new LogRotation(folder);
        rotation.thread.start();
        return rotation;
    }

    private void run() {
        try {
            while (true) {
                Thread.sleep(MILLIS_BETWEEN_LOOKS);
                rotate(folder, BYTES_MAX);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    static void rotate(Path folder, long bytesMax) {
        for (Path log : logs(folder)) {
            try {
                if (Files.size(log) > bytesMax) {
                    setAside(log);
                }
            } catch (IOException full) {
                cut(log);
            }
        }
    }

    private static void setAside(Path log) throws IOException {
        Files.copy(
                log,
                log.resolveSibling(log.getFileName() + ".1"),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
        cut(log);
    }

    /** Also where the disk has no room for a copy: the log is what may go. */
    private static void cut(Path log) {
        try (FileChannel file = FileChannel.open(log, StandardOpenOption.WRITE)) {
            file.truncate(0);
        } catch (IOException gone) {
            // Then it takes no room either.
        }
    }

    private static List<Path> logs(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".log")).toList();
        } catch (IOException | UncheckedIOException gone) {
            return List.of();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
