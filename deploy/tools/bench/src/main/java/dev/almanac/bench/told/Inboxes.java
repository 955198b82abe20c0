package dev.almanac.bench.told;

import dev.almanac.bench.suite.Api;
import dev.almanac.bench.told.Moves.Hearing;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The live streams of all owners: from when something is heard there, it is in the inbox. */
final class Inboxes implements AutoCloseable {
    private static final String DATA = "data:";
    private final List<Api> clients = new ArrayList<>();
    private final Map<Hearing, Long> heardNanos = new ConcurrentHashMap<>();

    static Inboxes of(Suite suite, List<String> owners) throws IOException, InterruptedException {
        Inboxes inboxes = new Inboxes();
        for (String owner : owners) {
            Api client = new Api(suite, owner, "staff");
            inboxes.clients.add(client);
            Stream<String> lines = client.changesOf("NotificationRaised");
            Thread.ofVirtual().start(() -> inboxes.hearAll(lines, owner));
        }
        return inboxes;
    }

    private void hearAll(Stream<String> stream, String owner) {
        try (Stream<String> lines = stream) {
            lines.filter(line -> line.startsWith(DATA)).forEach(line -> hear(line.substring(DATA.length()), owner));
        } catch (UncheckedIOException closed) {
            // The end of the load closes it.
        }
    }

    private void hear(String data, String owner) {
        long now = System.nanoTime();
        JsonNode cause = Api.JSON.readTree(data).at("/change/notice/cause/changeId");
        if (!cause.isMissingNode()) {
            heardNanos.putIfAbsent(new Hearing(cause.asString(), owner), now);
        }
    }

    Map<Hearing, Long> heardNanos() {
        return heardNanos;
    }

    @Override
    public void close() {
        clients.forEach(Api::close);
    }
}
