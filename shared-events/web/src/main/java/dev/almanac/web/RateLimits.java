package dev.almanac.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.internal.AtomicRateLimiter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Counts the requests of each user under each policy, for as long as they are active. */
class RateLimits {
    private static final String LEAST_TRUSTED = "customer";
    private final DeclaredRates declared;
    private final List<Line> table;
    private final Cache<Key, AtomicRateLimiter> limiters;

    private record Line(
            RateLimitProperties.Policy policy, @Nullable PathPattern path) {
        private static Line of(RateLimitProperties.Policy policy) {
            String path = policy.path();
            return new Line(policy, path == null ? null : PathPatternParser.defaultInstance.parse(path));
        }

        private boolean matches(ServerHttpRequest request, DeclaredRates declared) {
            if (path == null) {
                return declared.policyOf(request).filter(policy.name()::equals).isPresent();
            }
            boolean method = policy.method() == null
                    || policy.method().equals(request.getMethod().name());
            return method && path.matches(request.getPath().pathWithinApplication());
        }
    }

    private record Key(String subject, String policy, int limit, Duration period) {}

    RateLimits(RateLimitProperties properties, DeclaredRates declared) {
        this.declared = declared;
        this.table = properties.policies().stream().map(Line::of).toList();
        this.limiters = Caffeine.newBuilder()
                .maximumSize((long) properties.usersMax() * table.size())
                // Whoever was away for longer than a period starts afresh anyway.
                .expireAfter(Expiry.<Key, AtomicRateLimiter>accessing(
                        (key, _) -> key.period().multipliedBy(2)))
                .build();
    }

    /** How long the user has to wait; empty when the request is admitted. */
    Optional<Duration> refusal(String subject, Collection<String> roles, ServerHttpRequest request) {
        return table.stream()
                .filter(line -> line.matches(request, declared))
                .findFirst()
                .flatMap(line -> refusal(new Key(
                        subject,
                        line.policy().name(),
                        limit(line.policy(), roles),
                        line.policy().period())));
    }

    private Optional<Duration> refusal(Key key) {
        AtomicRateLimiter limiter = limiters.get(key, RateLimits::limiter);
        return limiter.acquirePermission()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(limiter.getDetailedMetrics().getNanosToWait()));
    }

    private static int limit(RateLimitProperties.Policy policy, Collection<String> roles) {
        return Stream.concat(Stream.of(LEAST_TRUSTED), roles.stream())
                .mapToInt(policy::limit)
                .max()
                .orElse(0);
    }

    private static AtomicRateLimiter limiter(Key key) {
        return new AtomicRateLimiter(
                key.policy(),
                RateLimiterConfig.custom()
                        .limitRefreshPeriod(key.period())
                        .limitForPeriod(key.limit())
                        .timeoutDuration(Duration.ZERO)
                        .build());
    }
}
