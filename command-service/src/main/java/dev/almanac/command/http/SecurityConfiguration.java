package dev.almanac.command.http;

import dev.almanac.web.AccessTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Every call needs a token, but for those of operators on this service's own host. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain securityFilter(ServerHttpSecurity http) {
        return AccessTokens.bearersOnly(http)
                .authorizeExchange(exchange -> exchange.pathMatchers("/actuator/**", "/v3/api-docs/**")
                        .permitAll()
                        .anyExchange()
                        .authenticated())
                .build();
    }
}
