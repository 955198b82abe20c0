package dev.almanac.streams;

import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Imported by each service that runs a topology. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
@Import({StreamsHealth.class, ZoneDataMetrics.class})
public class StreamsConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsConfiguration.class);

    /** A thread that fails is replaced: exactly-once takes back what it had not committed. */
    @Bean
    StreamsBuilderFactoryBeanConfigurer replaceFailedThreads() {
        return streams -> streams.setStreamsUncaughtExceptionHandler(e -> {
            LOG.error("A stream thread failed and is replaced", e);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }
}
