package dev.almanac.faults.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The disk on which all keep their data is full for a while; whoever has ended because of it is started again behind that. */
record FullDisk(String name, int megabytes, Duration lasts) implements Fault {
    private static final int PIECE = 1024 * 1024;

    @Override
    public String whyNot() {
        return System.getProperty("user.name").equals("root") ? "" : "a file system of fixed size takes root to mount";
    }

    @Override
    public boolean needsDisk() {
        return true;
    }

    @Override
    public void strike(Field field) throws InterruptedException {
        Path filler = field.folder().resolve("filler");
        fill(filler);
        Thread.sleep(lasts);
        try {
            Files.delete(filler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        startWhatHasEnded(field);
    }

    /** As the watch of {@code ./up} does. */
    private static void startWhatHasEnded(Field field) throws InterruptedException {
        List<String> ended = field.suite().names().stream()
                .filter(part -> !field.suite().part(part).process().isAlive())
                .toList();
        for (String part : ended) {
            field.suite().launch(part, Map.of());
        }
    }

    @Override
    public void cleanUp(Field field) throws InterruptedException {
        startWhatHasEnded(field);
        for (String part : field.suite().names()) {
            field.awaitReady(part);
        }
    }

    private void fill(Path filler) {
        byte[] piece = new byte[PIECE];
        try (OutputStream out = Files.newOutputStream(filler)) {
            for (int i = 0; i < megabytes; i++) {
                out.write(piece);
            }
        } catch (IOException full) {
            // As was wanted.
        }
    }
}
