package dev.almanac.query.health;

import dev.almanac.query.position.Freshness;
import dev.almanac.query.projecting.Projectors;
import dev.almanac.query.store.Ping;
import dev.almanac.query.verifying.Verifications;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.KafkaAdmin;
import reactor.core.publisher.Mono;

/** Each says within two seconds whether the service can do its work; none of them is asked for liveness. */
@Configuration(proxyBeanMethods = false)
class HealthConfiguration {
    private static final int TIMEOUT_MILLIS = 2000;
    private static final String DEGRADED = "DEGRADED";

    @Bean(destroyMethod = "close")
    Admin healthAdmin(KafkaAdmin kafka) {
        return Admin.create(kafka.getConfigurationProperties());
    }

    @Bean
    ReactiveHealthIndicator kafkaHealthIndicator(Admin healthAdmin) {
        DescribeClusterOptions options = new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS);
        return () -> Mono.fromCompletionStage(
                        () -> healthAdmin.describeCluster(options).clusterId().toCompletionStage())
                .map(cluster -> Health.up().withDetail("cluster", cluster).build())
                .onErrorResume(failure -> Mono.just(Health.down(failure).build()));
    }

    @Bean
    ReactiveHealthIndicator mongoHealthIndicator(Ping store) {
        return () -> store.answered()
                .timeout(Duration.ofMillis(TIMEOUT_MILLIS))
                .thenReturn(Health.up().build())
                .onErrorResume(failure -> Mono.just(Health.down(failure).build()));
    }

    @Bean
    HealthIndicator projectorsHealthIndicator(Projectors projectors, Freshness views) {
        return () -> (projectors.areHealthy() ? Health.up() : Health.down())
                .withDetail("standingStill", projectors.standingStill())
                .withDetail("viewPosition", views.position())
                .withDetail("viewLagSeconds", views.lag().toSeconds())
                .build();
    }

    /** No reason to be unready: what is wrong stays so until somebody has the views built anew. */
    @Bean
    HealthIndicator verificationHealthIndicator(Verifications verifications) {
        return () -> {
            Map<String, Integer> differences = verifications.differences();
            return (differences.isEmpty() ? Health.up() : Health.status(DEGRADED))
                    .withDetail("differences", differences)
                    .build();
        };
    }
}
