package dev.almanac.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Remembers for a minute which tokens were found in order, as to check a signature costs a tenth of a command. Whether one
 * has expired is looked at each time; one that was refused is checked again.
 */
final class RememberedTokens implements ReactiveJwtDecoder {
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    /** All of them together; a usual one has less than a thousand. */
    private static final long CHARACTERS_MAX = 8_000_000;

    private final ReactiveJwtDecoder decoder;
    private final Clock clock;
    private final Cache<String, Jwt> inOrder;

    RememberedTokens(ReactiveJwtDecoder decoder, Clock clock) {
        this.decoder = decoder;
        this.clock = clock;
        this.inOrder = Caffeine.newBuilder()
                .ticker(ticker(clock))
                .expireAfterWrite(REMEMBERED)
                .maximumWeight(CHARACTERS_MAX)
                // What is too much goes at once.
                .executor(Runnable::run)
                .weigher((String token, Jwt _) -> token.length())
                .build();
    }

    private static Ticker ticker(Clock clock) {
        return () -> Duration.between(Instant.EPOCH, clock.instant()).toNanos();
    }

    @Override
    public Mono<Jwt> decode(String token) {
        Jwt known = inOrder.getIfPresent(token);
        return known != null && lasts(known)
                ? Mono.just(known)
                : decoder.decode(token).doOnNext(jwt -> inOrder.put(token, jwt));
    }

    private boolean lasts(Jwt jwt) {
        Instant expiry = jwt.getExpiresAt();
        return expiry != null && clock.instant().isBefore(expiry);
    }
}
