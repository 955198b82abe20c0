package dev.almanac.command;

import dev.almanac.testing.Issuer;
import dev.almanac.testing.KafkaBroker;
import dev.almanac.testing.Postgres;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real PostgreSQL, a real Kafka broker and an issuer of tokens, once for all tests of the module. */
public final class RealParts {
    public static final Issuer ISSUER = new Issuer();
    private static final Postgres POSTGRES = new Postgres();
    public static final KafkaBroker KAFKA = new KafkaBroker(1);

    private RealParts() {}

    public static void register(DynamicPropertyRegistry properties) {
        register(properties, POSTGRES.url(), KAFKA);
    }

    /** The same with a database of its own, which the test may spoil. */
    public static void registerWithStore(DynamicPropertyRegistry properties, String name) {
        register(properties, POSTGRES.newDatabase(name), KAFKA);
    }

    /** The same with a database and a broker on which nobody else's changes are; answers the broker. */
    public static KafkaBroker registerAlone(DynamicPropertyRegistry properties) {
        KafkaBroker broker = new KafkaBroker(1);
        register(properties, POSTGRES.newDatabase("alone_" + broker.hashCode()), broker);
        return broker;
    }

    /** An empty database, for a test that needs nothing else. */
    public static String newDatabase(String name) {
        return POSTGRES.newDatabase(name);
    }

    private static void register(DynamicPropertyRegistry properties, String database, KafkaBroker broker) {
        properties.add("spring.datasource.url", () -> database);
        properties.add("spring.datasource.username", () -> Postgres.USER);
        properties.add("spring.kafka.bootstrap-servers", broker::bootstrapServers);
        properties.add("almanac.security.jwks-uri", ISSUER::jwksUri);
        properties.add("almanac.security.issuer", ISSUER::issuer);
        properties.add("almanac.secrets.keys", () -> "dGVzdHMgYWxsIHNoYXJlIHRoaXMgb25lIGtleSwgMzI=");
        // Netty would wait two seconds for each of two dozen applications, and Surefire waits for thirty in all.
        properties.add("spring.reactor.netty.shutdown-quiet-period", () -> "0s");
    }

    public static String token(String subject, String... roles) {
        return ISSUER.token(subject, roles);
    }
}
