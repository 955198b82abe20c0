package dev.almanac.local.story;

import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.nio.file.Path;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The same story on a real MongoDB, PostgreSQL and Kafka in containers; skipped where no Docker engine answers. */
@Testcontainers(disabledWithoutDocker = true)
@Order(0)
class LifecycleOnContainersIT {
    @Container
    private static final KafkaContainer KAFKA = new KafkaContainer("apache/kafka:4.2.1");

    @Container
    private static final MongoDBContainer MONGODB = new MongoDBContainer("mongo:8");

    @Container
    private static final PostgreSQLContainer POSTGRES = new PostgreSQLContainer("postgres:18")
            .withDatabaseName("almanac")
            .withUsername("almanac")
            .withPassword("almanac");

    @TempDir
    Path folder;

    @Test
    void a_booking_collides_moves_away_and_is_the_same_after_a_replay_of_everything() throws Exception {
        Options options = Options.of(folder, Ports.free())
                .withStores(KAFKA.getBootstrapServers(), MONGODB.getReplicaSetUrl("almanac"), POSTGRES.getJdbcUrl());
        try (Suite suite = Suite.of(options, _ -> {})) {
            suite.start();
            new LifecycleStory().isToldBy(suite);
        }
    }
}
