package dev.almanac.query.security;

import dev.almanac.query.access.FeedCreators;
import dev.almanac.query.store.Tickets;
import dev.almanac.web.AccessTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.SecurityWebFiltersOrder;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** A token for everything under {@code /api}. */
@Configuration(proxyBeanMethods = false)
@EnableWebFluxSecurity
class SecurityConfiguration {

    @Bean
    SecurityWebFilterChain filterChain(ServerHttpSecurity http, Tickets tickets, FeedCreators creators) {
        return AccessTokens.bearersOnly(http)
                .authorizeExchange(exchanges -> exchanges
                        // They name what stands on all calendars.
                        .pathMatchers("/api/v1/ops/orphans/**")
                        .hasAnyRole("manager", "admin")
                        .pathMatchers(HttpMethod.POST, "/api/v1/ops/**")
                        .hasRole("admin")
                        .pathMatchers("/api/v1/ops/zone-data/**", "/api/v1/ops/projections/verify")
                        .hasAnyRole("manager", "admin")
                        .pathMatchers("/api/v1/ops/jobs")
                        .hasAnyRole("staff", "manager", "admin")
                        .pathMatchers("/api/**")
                        .hasAnyRole("customer", "staff", "manager", "admin")
                        .anyExchange()
                        .permitAll())
                .addFilterBefore(StreamTokenFilter.of(tickets), SecurityWebFiltersOrder.AUTHENTICATION)
                .addFilterBefore(FeedTokenFilter.of(creators), SecurityWebFiltersOrder.AUTHENTICATION)
                .build();
    }
}
