package dev.almanac.backup;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The files of partitions. */
record TopicFiles(Path folder) {
    private static final String FOLDER = "kafka";

    static TopicFiles in(Path backup) throws IOException {
        return new TopicFiles(Files.createDirectories(backup.resolve(FOLDER)));
    }

    DataOutputStream write(String topic, int partition) throws IOException {
        return new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(file(topic, partition)))));
    }

    DataInputStream read(String topic, int partition) throws IOException {
        return new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file(topic, partition)))));
    }

    private Path file(String topic, int partition) {
        return folder.resolve(topic + "-" + partition + ".gz");
    }
}
