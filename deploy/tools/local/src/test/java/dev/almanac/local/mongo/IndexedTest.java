package dev.almanac.local.mongo;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** With indexes or without: the same documents. */
class IndexedTest {
    private static final Instant START = Instant.parse("2030-06-01T00:00:00Z");
    private static final int DOCUMENTS = 300;

    @TempDir
    Path folder;

    @Test
    void finds_what_a_store_without_indexes_finds_whatever_is_written_in_between() {
        MongoServer indexed = server();
        MongoServer plain = new MongoServer(H2Backend.inMemory());
        try (MongoClient one = client(indexed);
                MongoClient other = client(plain)) {
            MongoCollection<Document> ours = created(one);
            MongoCollection<Document> theirs = created(other);
            Random random = new Random(42);
            for (int step = 0; step < 1_500; step++) {
                write(random, List.of(ours, theirs));
                if (step % 10 == 0) {
                    Bson query = query(random);
                    assertThat(ids(ours, query)).as(query.toString()).isEqualTo(ids(theirs, query));
                }
            }
        } finally {
            plain.shutdownNow();
            indexed.shutdownNow();
        }
    }

    @Test
    void a_file_is_not_much_larger_than_what_is_in_it_however_often_that_was_written() throws Exception {
        int documents = 200;
        int bytes = 10_000;
        MongoServer server = server();
        try (MongoClient client = client(server)) {
            MongoCollection<Document> collection = created(client);
            Random random = new Random(7);
            for (int round = 0; round < 40; round++) {
                for (int id = 0; id < documents; id++) {
                    byte[] content = new byte[bytes];
                    random.nextBytes(content);
                    Document document = new Document("_id", "d" + id).append("content", new Binary(content));
                    block(collection.replaceOne(eq("_id", "d" + id), document, new ReplaceOptions().upsert(true)));
                }
            }
        } finally {
            server.shutdownNow();
        }

        assertThat(Files.size(folder.resolve("store.mv"))).isLessThan(4L * documents * bytes);
    }

    @Test
    void makes_its_indexes_anew_from_what_was_kept() {
        MongoServer before = server();
        try (MongoClient client = client(before)) {
            block(created(client).insertOne(new Document("_id", "a").append("lanes", List.of("x", "y"))));
        }
        before.shutdownNow();

        MongoServer after = server();
        try (MongoClient client = client(after)) {
            assertThat(ids(collection(client), in("lanes", "y", "z"))).containsExactly("a");
        } finally {
            after.shutdownNow();
        }
    }

    @Test
    void reads_what_the_library_has_written() {
        MongoServer before =
                new MongoServer(new H2Backend(folder.resolve("store.mv").toString()));
        try (MongoClient client = client(before)) {
            block(created(client).insertOne(new Document("_id", "a").append("lanes", List.of("x", "y"))));
        }
        before.shutdownNow();

        MongoServer after = server();
        try (MongoClient client = client(after)) {
            block(collection(client).insertOne(new Document("_id", "b").append("lanes", List.of("y"))));
            assertThat(ids(collection(client), in("lanes", "y"))).containsExactly("a", "b");
        } finally {
            after.shutdownNow();
        }
    }

    private MongoServer server() {
        return new MongoServer(new Indexed(folder.resolve("store.mv").toString()));
    }

    private static MongoClient client(MongoServer server) {
        if (server.getLocalAddress() == null) {
            server.bind();
        }
        return MongoClients.create(server.getConnectionString());
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("views").getCollection("entries");
    }

    private static MongoCollection<Document> created(MongoClient client) {
        MongoCollection<Document> collection = collection(client);
        block(collection.createIndex(ascending("lanes", "at")));
        block(collection.createIndex(ascending("at", "_id")));
        block(collection.createIndex(ascending("parts.id")));
        block(collection.createIndex(ascending("about.owner")));
        return collection;
    }

    private static void write(Random random, List<MongoCollection<Document>> both) {
        String id = "d" + random.nextInt(DOCUMENTS);
        int what = random.nextInt(10);
        Document document = document(random, id);
        for (MongoCollection<Document> each : both) {
            switch (what) {
                case 0 -> block(each.deleteOne(eq("_id", id)));
                case 1 -> block(each.updateOne(eq("_id", id), combine(set("at", time(document)), unset("about"))));
                default -> block(each.replaceOne(eq("_id", id), document, new ReplaceOptions().upsert(true)));
            }
        }
    }

    private static Object time(Document document) {
        return document.get("at", Date.from(START));
    }

    private static Document document(Random random, String id) {
        Document document = new Document("_id", id);
        if (random.nextInt(8) > 0) {
            document.append("at", at(random));
        }
        if (random.nextInt(8) > 0) {
            document.append(
                    "lanes", some(random).stream().map(lane -> "lane-" + lane).toList());
        }
        if (random.nextInt(8) > 0) {
            document.append(
                    "parts",
                    some(random).stream().map(part -> new Document("id", part)).toList());
        }
        return random.nextInt(8) > 0
                ? document.append("about", new Document("owner", random.nextBoolean() ? "ana" : null))
                : document;
    }

    private static Date at(Random random) {
        return Date.from(START.plusSeconds(random.nextInt(50)));
    }

    private static List<Integer> some(Random random) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(_ -> random.nextInt(12))
                .toList();
    }

    private static Bson query(Random random) {
        Bson lanes =
                in("lanes", some(random).stream().map(lane -> "lane-" + lane).toList());
        Bson window = and(lt("at", at(random)), gt("at", at(random)));
        List<Bson> queries = new ArrayList<>(List.of(
                lanes,
                and(lanes, window),
                window,
                or(lanes, eq("about.owner", "ana")),
                or(lanes, exists("about", false)),
                and(or(lanes, gte("at", at(random))), in("_id", "d1", "d2", "d3", "d400")),
                eq("about.owner", null),
                in("about.owner", "ana", null),
                in("parts.id", some(random)),
                eq("parts.id", 3),
                eq("parts.id", 3L),
                ne("parts.id", 3),
                regex("lanes", "^lane-1"),
                eq("lanes", List.of("lane-1")),
                and(eq("_id", "d7"), lanes)));
        return queries.get(random.nextInt(queries.size()));
    }

    private static List<String> ids(MongoCollection<Document> collection, Bson query) {
        return Flux.from(collection.find(query).sort(ascending("_id")))
                .map(document -> document.getString("_id"))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    private static void block(org.reactivestreams.Publisher<?> work) {
        Mono.from(work).block();
    }
}
