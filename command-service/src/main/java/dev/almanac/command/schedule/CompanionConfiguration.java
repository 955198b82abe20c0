package dev.almanac.command.schedule;

import dev.almanac.command.schedule.model.CompanionPairing;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CompanionConfiguration {

    @Bean
    CompanionPairing companionPairing(
            @Value("${almanac.companions.title-pattern}") String shared,
            @Value("${almanac.companions.companion-pattern}") String companion) {
        return new CompanionPairing(pattern(shared), pattern(companion));
    }

    private static Pattern pattern(String text) {
        return Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
