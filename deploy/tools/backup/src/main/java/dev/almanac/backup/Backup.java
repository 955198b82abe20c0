package dev.almanac.backup;

import dev.almanac.events.wire.PublishedUpTo;
import dev.almanac.events.wire.Topic;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** A folder with all that PostgreSQL and Kafka hold. */
public final class Backup {
    private Backup() {}

    /** Services stand still meanwhile; Kafka first, so that the database has whatever the topics have. */
    public static long take(Stores stores, Path folder, Instant now)
            throws IOException, SQLException, InterruptedException {
        return take(stores, folder, now, Broker.GROUPS_END_WITHIN);
    }

    /**
     * The same.
     *
     * @param groupsEndWithin so long services that were just stopped may still count as members of their groups
     */
    public static long take(Stores stores, Path folder, Instant now, Duration groupsEndWithin)
            throws IOException, SQLException, InterruptedException {
        requireNothingIn(folder);
        Broker broker = new Broker(stores);
        broker.requireRest(groupsEndWithin);
        Broker.Contents topics = broker.dump(folder);
        Database.Contents rows = new Database(stores).dump(folder);
        new Manifest(
                        Manifest.FORMAT,
                        now,
                        rows.position(),
                        rows.schema(),
                        rows.tables(),
                        topics.topics(),
                        topics.groups())
                .write(folder);
        return rows.position();
    }

    /** Into an empty database and a Kafka without these topics; the states of streams and the views have to be gone. */
    public static long restore(Stores stores, Path folder, short replicas)
            throws IOException, SQLException, InterruptedException {
        Manifest manifest = Manifest.in(folder);
        Broker broker = new Broker(stores);
        Database database = new Database(stores);
        database.requireEmpty();
        broker.clear(manifest.topics());
        database.restore(folder, manifest);
        broker.restore(folder, manifest, replicas);
        Optional<PublishedUpTo> published = published(folder, manifest);
        if (published.isPresent()) {
            database.publishFrom(published.get());
        }
        return manifest.position();
    }

    private static void requireNothingIn(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new BackupFailure(folder + " is not empty");
            }
        }
    }

    private static Optional<PublishedUpTo> published(Path folder, Manifest manifest) throws IOException {
        Optional<PublishedUpTo> last = Optional.empty();
        for (Manifest.TopicPart part : manifest.topics()) {
            if (part.topic().equals(Topic.PUBLISHED_V1)) {
                try (DataInputStream in = TopicFiles.in(folder).read(part.topic(), part.partition())) {
                    for (Optional<StoredRecord> next = StoredRecord.read(in);
                            next.isPresent();
                            next = StoredRecord.read(in)) {
                        last = Optional.of(PublishedUpTo.read(next.get().value()));
                    }
                }
            }
        }
        return last;
    }
}
