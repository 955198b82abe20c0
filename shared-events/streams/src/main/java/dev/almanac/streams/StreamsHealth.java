package dev.almanac.streams;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/**
 * Ready while the stream runs: not while it restores or rebalances, nor when it has stopped, nor while one thread after the
 * other fails. Dead letters make nobody unready, they are a detail.
 */
@Component("streams")
class StreamsHealth implements HealthIndicator {
    private final StreamsBuilderFactoryBean streams;
    private final Failures failures;

    StreamsHealth(StreamsBuilderFactoryBean streams, Failures threadFailures) {
        this.streams = streams;
        this.failures = threadFailures;
    }

    @Override
    public Health health() {
        KafkaStreams running = streams.getKafkaStreams();
        if (running == null) {
            return Health.down().withDetail("state", "NOT_STARTED").build();
        }
        KafkaStreams.State state = running.state();
        boolean works = state == KafkaStreams.State.RUNNING && !failures.areMany();
        return (works ? Health.up() : Health.down())
                .withDetail("state", state.name())
                .withDetail("failedThreads", failures.ofLate())
                .withDetail("deadLetters", DeadLetters.written())
                .build();
    }
}
