package dev.almanac.command.schedule;

import dev.almanac.command.schedule.model.CompanionPairing;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CompanionConfiguration {

    @Bean
    CompanionPairing companionPairing(@Value("${almanac.companions.title-pattern}") String titlePattern) {
        return new CompanionPairing(Pattern.compile(titlePattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
