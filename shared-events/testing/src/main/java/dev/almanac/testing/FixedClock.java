package dev.almanac.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** It is always noon of the first of March 2026. */
@TestConfiguration(proxyBeanMethods = false)
public class FixedClock {
    public static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    @Bean
    @Primary
    Clock noon() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }
}
