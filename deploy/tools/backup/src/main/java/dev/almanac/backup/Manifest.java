package dev.almanac.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup has. It is written last: a folder without it is no backup.
 *
 * @param format 1
 * @param position of the last change that is in the event store: whatever was acknowledged before is in it
 * @param schema Flyway's version of the database
 * @param tables rows of each
 */
record Manifest(
        int format,
        Instant takenAt,
        long position,
        String schema,
        Map<String, Long> tables,
        List<TopicPart> topics,
        List<GroupPlace> groups) {
    static final int FORMAT = 1;
    private static final String FILE = "manifest.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /**
     * A partition of a topic.
     *
     * @param settings of the topic, those that are not the broker's own
     * @param records so many lay there that were committed
     */
    record TopicPart(String topic, int partition, Map<String, String> settings, long records) {}

    /**
     * How far a group has come in a partition.
     *
     * @param records so many of those that are in the backup lie before its place
     * @param metadata that lies beside it, such as the time that Kafka Streams keeps there
     */
    record GroupPlace(
            String group,
            String topic,
            int partition,
            long records,
            @Nullable String metadata) {}

    static Manifest in(Path folder) {
        try {
            Manifest manifest = JSON.readValue(Files.readString(folder.resolve(FILE)), Manifest.class);
            if (manifest.format() != FORMAT) {
                throw new BackupFailure(
                        folder + " is a backup of format " + manifest.format() + ": this build reads " + FORMAT);
            }
            return manifest;
        } catch (IOException missing) {
            throw new BackupFailure(folder + " is no whole backup: it has no " + FILE, missing);
        }
    }

    void write(Path folder) throws IOException {
        Files.writeString(folder.resolve(FILE), JSON.writeValueAsString(this) + "\n");
    }
}
