package dev.almanac.local.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Arguments: port, folder. It may lose the last acknowledged second when it is killed; readers expect that. */
public final class MongoStandIn {
    private MongoStandIn() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[1]);
        Files.createDirectories(folder);
        MongoServer server =
                new MongoServer(new Indexed(folder.resolve("store.mv").toString()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "mongo-shutdown"));
        server.bind("127.0.0.1", Integer.parseInt(args[0]));
    }
}
