package dev.almanac.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.config.KafkaStreamsConfiguration;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A stream on a broker of its own. */
class StreamsHealthIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1, "in");

    @TempDir
    private Path folder;

    @BeforeEach
    void startBroker() {
        broker.afterPropertiesSet();
    }

    @AfterEach
    void stopBroker() {
        broker.destroy();
    }

    @Test
    void is_up_while_the_stream_runs_and_not_before_or_after() throws Exception {
        StreamsBuilderFactoryBean streams = new StreamsBuilderFactoryBean(new KafkaStreamsConfiguration(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "health",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, broker.getBrokersAsString(),
                StreamsConfig.STATE_DIR_CONFIG, folder.toString())));
        StreamsHealth health = new StreamsHealth(streams, new Failures(Clock.systemUTC()));
        assertThat(health.health()).isEqualTo(notStarted());

        streams.afterPropertiesSet();
        Objects.requireNonNull(streams.getObject()).stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .foreach((_, _) -> {});
        streams.afterSingletonsInstantiated();
        streams.start();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(health.health().getStatus()).isEqualTo(Status.UP));
        assertThat(health.health().getDetails())
                .containsEntry("state", "RUNNING")
                .containsEntry("deadLetters", DeadLetters.written());

        streams.stop();
        assertThat(health.health()).isEqualTo(notStarted());
    }

    private static Health notStarted() {
        return Health.down().withDetail("state", "NOT_STARTED").build();
    }
}
