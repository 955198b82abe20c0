package dev.almanac.command;

import dev.almanac.testing.FixedClock;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time stands still until a test moves it on. */
@TestConfiguration(proxyBeanMethods = false)
public class MovableClock {
    public static volatile Instant now = FixedClock.NOW;

    @Bean
    @Primary
    Clock movable() {
        InstantSource hand = () -> now;
        return hand.withZone(ZoneOffset.UTC);
    }
}
