package dev.almanac.command;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import dev.almanac.events.wire.Topic;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real PostgreSQL, a real Kafka broker and a key set that signs tokens, once for all tests of the module. */
public final class RealParts {
    public static final String ISSUER = "http://issuer.test";
    private static final RSAKey KEY = key();
    private static final HttpServer KEYS = serveKeys();
    private static final EmbeddedPostgres POSTGRES = postgres();
    public static final EmbeddedKafkaKraftBroker KAFKA = kafka();

    private RealParts() {}

    public static void register(DynamicPropertyRegistry properties) {
        properties.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", "postgres"));
        properties.add("spring.datasource.username", () -> "postgres");
        properties.add("spring.kafka.bootstrap-servers", KAFKA::getBrokersAsString);
        properties.add(
                "almanac.security.jwks-uri",
                () -> "http://localhost:" + KEYS.getAddress().getPort() + "/");
        properties.add("almanac.security.issuer", () -> ISSUER);
        // Netty would wait two seconds for each of two dozen applications, and Surefire waits for thirty in all.
        properties.add("spring.reactor.netty.shutdown-quiet-period", () -> "0s");
    }

    /** The same with a database and a broker on which nobody else's changes are; answers the broker. */
    public static EmbeddedKafkaKraftBroker registerAlone(DynamicPropertyRegistry properties) {
        EmbeddedKafkaKraftBroker broker = kafka();
        String database = "alone_" + broker.hashCode();
        try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + database);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        register(properties);
        properties.add("spring.datasource.url", () -> POSTGRES.getJdbcUrl("postgres", database));
        properties.add("spring.kafka.bootstrap-servers", broker::getBrokersAsString);
        return broker;
    }

    public static String token(String subject, String... roles) {
        return sign(KEY, claims(subject, roles).build());
    }

    public static JWTClaimsSet.Builder claims(String subject, String... roles) {
        return new JWTClaimsSet.Builder()
                .subject(subject)
                .issuer(ISSUER)
                .audience("almanac")
                .expirationTime(Date.from(Instant.now().plusSeconds(600)))
                .claim("roles", List.of(roles));
    }

    public static String sign(JWTClaimsSet claims) {
        return sign(KEY, claims);
    }

    public static String sign(RSAKey key, JWTClaimsSet claims) {
        return sign(key, KEY.getKeyID(), claims);
    }

    /** Signed rightly, but by a key that the issuer does not name. */
    public static String signAs(String keyId, JWTClaimsSet claims) {
        return sign(KEY, keyId, claims);
    }

    public static byte[] publicKey() throws JOSEException {
        return KEY.toRSAPublicKey().getEncoded();
    }

    private static String sign(RSAKey key, String keyId, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(keyId).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("test").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServer serveKeys() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            byte[] keys = new JWKSet(KEY).toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            server.createContext("/", exchange -> {
                exchange.getResponseHeaders().add("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, keys.length);
                exchange.getResponseBody().write(keys);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres postgres() {
        try {
            return EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedKafkaKraftBroker kafka() {
        String[] topics = Stream.concat(
                        Arrays.stream(Topic.values()).map(Topic::topicName), Stream.of(Topic.PUBLISHED_V1))
                .toArray(String[]::new);
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, topics);
        broker.afterPropertiesSet();
        return broker;
    }
}
