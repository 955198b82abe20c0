package dev.almanac.web;

import java.util.List;
import java.util.Map;
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
     */
    record Policy(
            String name, @Nullable String method, @Nullable String path, Map<String, Integer> perMinute) {

        Policy {
            perMinute = Map.copyOf(perMinute);
        }
    }
}
