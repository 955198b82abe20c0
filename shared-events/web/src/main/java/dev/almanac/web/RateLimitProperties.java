package dev.almanac.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How often a user may ask, by endpoint and role: the first policy that matches a request counts.
 *
 * @param usersMax for how many users counters are kept; beyond that, the counters of some start afresh
 */
@ConfigurationProperties("almanac.rate-limits")
record RateLimitProperties(int usersMax, List<Policy> policies) {

    RateLimitProperties {
        policies = List.copyOf(policies);
    }

    /**
     * A line of the policy table.
     *
     * @param method null for any
     * @param path a pattern, such as {@code /api/v1/runs/**}; null where endpoints name the policy
     * @param perMinute requests of one user by role; a token without a role is treated as a customer's
     * @param perHour the same in an hour; a policy has one of the two
     */
    record Policy(
            String name,
            @Nullable String method,
            @Nullable String path,
            @Nullable Map<String, Integer> perMinute,
            @Nullable Map<String, Integer> perHour) {

        Policy {
            if ((perMinute == null) == (perHour == null)) {
                throw new IllegalArgumentException("rate policy " + name + " says either per-minute or per-hour");
            }
            perMinute = perMinute == null ? null : Map.copyOf(perMinute);
            perHour = perHour == null ? null : Map.copyOf(perHour);
        }

        Duration period() {
            return perHour == null ? Duration.ofMinutes(1) : Duration.ofHours(1);
        }

        /** In a period. */
        int limit(String role) {
            return Objects.requireNonNull(perHour == null ? perMinute : perHour).getOrDefault(role, 0);
        }
    }
}
