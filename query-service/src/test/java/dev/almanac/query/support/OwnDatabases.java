package dev.almanac.query.support;

import com.mongodb.ConnectionString;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Databases of these tests alone on a server that may have others. */
final class OwnDatabases {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final List<ConnectionString> MADE = new CopyOnWriteArrayList<>();

    private OwnDatabases() {}

    /** A connection string to a new database on the server that is named; who signs in there goes on to do so. */
    static String in(String server) {
        String own = named(server, "views-" + UUID.randomUUID());
        MADE.add(new ConnectionString(own));
        return own;
    }

    static String named(String server, String database) {
        String named = new ConnectionString(server).getDatabase();
        int options = server.indexOf('?');
        String hosts = options < 0 ? server : server.substring(0, options);
        String query = options < 0 ? "" : server.substring(options);
        int path = hosts.indexOf('/', hosts.indexOf("://") + "://".length());
        String own = (path < 0 ? hosts : hosts.substring(0, path)) + "/" + database + query;
        boolean signsInElsewhere = named == null || named.isEmpty() || query.contains("authSource=");
        return signsInElsewhere ? own : own + (query.isEmpty() ? "?" : "&") + "authSource=" + named;
    }

    /** Those that were made on the server since the last time; whoever used them has left. */
    static void drop(String server) {
        List<String> hosts = new ConnectionString(server).getHosts();
        try (MongoClient client = MongoClients.create(server)) {
            List<ConnectionString> theirs =
                    MADE.stream().filter(made -> made.getHosts().equals(hosts)).toList();
            theirs.forEach(made -> Mono.from(client.getDatabase(Objects.requireNonNull(made.getDatabase()))
                            .drop())
                    .block(PATIENCE));
            MADE.removeAll(theirs);
        }
    }
}
