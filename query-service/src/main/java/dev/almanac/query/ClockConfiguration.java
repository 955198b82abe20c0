package dev.almanac.query;

import dev.almanac.logs.Faults;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The only source of the current time, in milliseconds like all that is published. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {
    static {
        Faults.summarise();
    }

    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }
}
