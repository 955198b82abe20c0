package dev.almanac.jobs;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import net.javacrumbs.shedlock.core.LockProvider;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** Imported by each service that has background jobs. */
@Configuration(proxyBeanMethods = false)
public class JobsConfiguration {

    @Bean
    JobBoard jobBoard(ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, MeterRegistry meters) {
        return new JobBoard(consumers, producers, meters);
    }

    /** Where there is no store for locks, partitions decide who runs what. */
    @Bean
    BackgroundJobs backgroundJobs(
            @Value("${spring.application.name}") String service,
            ObjectProvider<LockProvider> locks,
            JobBoard board,
            ObjectProvider<Clock> clock,
            MeterRegistry meters) {
        return new BackgroundJobs(
                service,
                instance(),
                locks.getIfAvailable(() -> _ -> Optional.of(() -> {})),
                board,
                clock.getIfAvailable(() -> Clock.tickMillis(ZoneOffset.UTC)),
                meters);
    }

    private static String instance() {
        long process = ProcessHandle.current().pid();
        try {
            return InetAddress.getLocalHost().getHostName() + "/" + process;
        } catch (UnknownHostException nameless) {
            return "unknown/" + process;
        }
    }
}
