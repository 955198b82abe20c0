package dev.almanac.local.mongo;

import de.bwaldvogel.mongo.MongoServer;
import dev.almanac.local.certificates.Certificates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Arguments: port, folder. It may lose the last acknowledged second when it is killed; readers expect that. */
public final class MongoStandIn {
    private MongoStandIn() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException {
        Path folder = Path.of(args[1]);
        Files.createDirectories(folder);
        MongoServer server =
                new MongoServer(new Indexed(folder.resolve("store.mv").toString()));
        Certificates certificates = Certificates.told().orElse(null);
        if (certificates != null) {
            server.enableSsl(certificates.privateKey(), null, Certificates.certificates(certificates.certificate()));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "mongo-shutdown"));
        server.bind("127.0.0.1", Integer.parseInt(args[0]));
    }
}
