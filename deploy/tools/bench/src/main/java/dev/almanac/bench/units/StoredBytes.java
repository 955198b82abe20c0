package dev.almanac.bench.units;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import dev.almanac.local.Suite;
import dev.almanac.local.postgres.Postgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.bson.RawBsonDocument;
import reactor.core.publisher.Flux;

/**
 * What the stores hold.
 *
 * @param tables of PostgreSQL with their indexes, as it keeps them
 * @param topics of one broker, as it keeps them; those that Kafka and Kafka Streams made for themselves too
 * @param documents of the views by collection, as BSON: without indexes, and before a store compresses them
 */
record StoredBytes(Map<String, Long> tables, Map<String, Long> topics, Map<String, Long> documents) {
    private static final String SIZES = """
            select relname, pg_total_relation_size(oid)
            from pg_class
            where relkind = 'r' and relnamespace = 'public'::regnamespace""";

    static StoredBytes of(Suite suite) throws SQLException, InterruptedException {
        return new StoredBytes(
                tables(suite.postgresUrl()), topics(suite.kafkaServers()), documents(suite.mongodbUrl()));
    }

    private static Map<String, Long> tables(String url) throws SQLException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Connection connection = DriverManager.getConnection(url, Postgres.USER, Postgres.PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum");
            try (ResultSet rows = statement.executeQuery(SIZES)) {
                while (rows.next()) {
                    sizes.put(rows.getString(1), rows.getLong(2));
                }
            }
        }
        return sizes;
    }

    private static Map<String, Long> topics(String servers) throws InterruptedException {
        Map<String, Long> sizes = new TreeMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            int first = admin.describeCluster().nodes().get().iterator().next().id();
            Map<String, LogDirDescription> folders = admin.describeLogDirs(List.of(first))
                    .descriptions()
                    .values()
                    .iterator()
                    .next()
                    .get();
            for (LogDirDescription folder : folders.values()) {
                folder.replicaInfos()
                        .forEach((partition, replica) -> sizes.merge(partition.topic(), replica.size(), Long::sum));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
        return sizes;
    }

    private static Map<String, Long> documents(String url) {
        try (MongoClient client = MongoClients.create(url)) {
            MongoDatabase database = client.getDatabase(url.substring(url.lastIndexOf('/') + 1));
            return new TreeMap<>(Flux.from(database.listCollectionNames())
                    .concatMap(name -> Flux.from(database.getCollection(name, RawBsonDocument.class)
                                    .find())
                            .map(document -> (long) document.getByteBuffer().remaining())
                            .reduce(0L, Long::sum)
                            .map(bytes -> Map.entry(name, bytes)))
                    .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                    .blockOptional()
                    .orElseThrow());
        }
    }

    StoredBytes since(StoredBytes before) {
        return new StoredBytes(
                grown(tables, before.tables), grown(topics, before.topics), grown(documents, before.documents));
    }

    private static Map<String, Long> grown(Map<String, Long> now, Map<String, Long> before) {
        Map<String, Long> grown = new TreeMap<>();
        now.forEach((name, bytes) -> grown.put(name, bytes - before.getOrDefault(name, 0L)));
        grown.values().removeIf(bytes -> bytes <= 0);
        return grown;
    }

    static long sum(Map<String, Long> sizes) {
        return sizes.values().stream().mapToLong(Long::longValue).sum();
    }
}
