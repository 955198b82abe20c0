package dev.almanac.query.caching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CachingConfiguration {
    /** Some fifteen megabytes. */
    private static final int TAGS_MAX = 50_000;

    @Bean
    TouchLog touchLog() {
        return new TouchLog(TAGS_MAX);
    }
}
