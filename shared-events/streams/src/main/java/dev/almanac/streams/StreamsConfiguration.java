package dev.almanac.streams;

import dev.almanac.events.wire.FailureText;
import dev.almanac.events.wire.Topic;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.JobsConfiguration;
import dev.almanac.jobs.StreamJob;
import dev.almanac.jobs.StreamJobs;
import dev.almanac.logs.Faults;
import dev.almanac.recurrence.zones.ZoneDataMetrics;
import dev.almanac.telemetry.Telemetry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** Imported by each service that runs a topology. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
@Import({StreamsHealth.class, ZoneDataMetrics.class, JobsConfiguration.class, Telemetry.class})
public class StreamsConfiguration {
    static {
        Faults.summarise();
    }

    private static final Logger LOG = LoggerFactory.getLogger(StreamsConfiguration.class);

    @Bean
    Failures threadFailures() {
        return new Failures(Clock.systemUTC());
    }

    /** What was never counted would be missing, and the first one no increase. */
    @Bean
    MeterBinder deadLetterMeters() {
        return meters -> Arrays.stream(Topic.values())
                .forEach(topic -> meters.counter(DeadLetters.METER, "topic", topic.deadLetterName()));
    }

    /** What the topology does by itself, each a bean of the service. */
    @Bean
    StreamJobs streamJobs(BackgroundJobs jobs, ObjectProvider<StreamJob> streamJobs) {
        return new StreamJobs(jobs, streamJobs.orderedStream().toList(), Clock.tickMillis(ZoneOffset.UTC));
    }

    /** Whoever stops in good order hands its tasks over at once: the others would wait for it as for one that has died. */
    @Bean
    StreamsBuilderFactoryBeanConfigurer leaveInGoodOrder() {
        return streams -> streams.setLeaveGroupOnClose(true);
    }

    /** A thread that fails is replaced: exactly-once takes back what it had not committed. */
    @Bean
    StreamsBuilderFactoryBeanConfigurer replaceFailedThreads(Failures threadFailures) {
        return streams -> streams.setStreamsUncaughtExceptionHandler(e -> {
            if (threadFailures.ofLate() == 0) {
                LOG.error("A stream thread failed and is replaced", e);
            } else {
                LOG.error("A stream thread failed again and is replaced: {}", FailureText.of(e));
            }
            threadFailures.add();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
    }
}
