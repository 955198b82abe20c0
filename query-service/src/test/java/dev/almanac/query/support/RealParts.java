package dev.almanac.query.support;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.Issuer;
import dev.almanac.testing.KafkaBroker;
import java.time.Duration;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real broker, a store that speaks MongoDB's protocol and an issuer of tokens, once for all tests of the module. */
public final class RealParts {
    /** What views are given to show what was published. */
    public static final Duration PATIENCE = Duration.ofSeconds(20);

    public static final Issuer ISSUER = new Issuer();
    public static final KafkaBroker KAFKA = new KafkaBroker(Topic.PARTITIONS);
    public static final RehearsingService COMMANDS = new RehearsingService();
    static final Feeder FEEDER = new Feeder(KAFKA.bootstrapServers());
    private static final String STAND_IN = "mongodb://localhost:"
            + new MongoServer(H2Backend.inMemory()).bind().getPort();
    private static String store = STAND_IN;

    private RealParts() {}

    /** Where applications that start from now on keep their views. */
    static String store() {
        return store;
    }

    /** From now on the views are kept there, and not in mongo-java-server. */
    static void keepViewsIn(String uri) {
        store = uri;
    }

    static void keepViewsInTheStandIn() {
        store = STAND_IN;
    }

    static boolean keepsViewsElsewhere() {
        return !store.equals(STAND_IN);
    }

    /** An application on a broker on which nobody else's changes are. */
    public static void register(DynamicPropertyRegistry registry, KafkaBroker broker) {
        describe(store, broker, (name, value) -> registry.add(name, () -> value));
    }

    /** Each application has a database of its own. */
    static void describe(String store, KafkaBroker broker, BiConsumer<String, String> property) {
        property.accept("almanac.mongodb.uri", OwnDatabases.in(store));
        property.accept("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        property.accept("almanac.projector.group", UUID.randomUUID().toString());
        property.accept("almanac.security.issuer", ISSUER.issuer());
        property.accept("almanac.security.jwks-uri", ISSUER.jwksUri());
        property.accept("almanac.command-service.url", COMMANDS.url());
        property.accept("almanac.activity.every", "1s");
        property.accept("almanac.secrets.keys", "dGVzdHMgYWxsIHNoYXJlIHRoaXMgb25lIGtleSwgMzI=");
        property.accept("almanac.outside.allowed-networks", "127.0.0.0/8");
    }
}
