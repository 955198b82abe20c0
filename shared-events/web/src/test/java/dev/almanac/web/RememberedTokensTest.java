package dev.almanac.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

class RememberedTokensTest {
    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final HandClock clock = new HandClock();
    private final Instant expiry = clock.instant().plus(LIFETIME);
    private final List<String> checked = new ArrayList<>();
    private final ReactiveJwtDecoder tokens = new RememberedTokens(this::check, clock);

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-03-01T12:00:00Z");

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private Mono<Jwt> check(String token) {
        checked.add(token);
        return clock.instant().isBefore(expiry) && !token.startsWith("forged")
                ? Mono.just(Jwt.withTokenValue(token)
                        .header("alg", "RS256")
                        .subject("ana")
                        .expiresAt(expiry)
                        .build())
                : Mono.error(new BadJwtException("not in order"));
    }

    private Jwt decode(String token) {
        return Objects.requireNonNull(tokens.decode(token).block());
    }

    @Test
    void a_token_is_checked_once_in_a_minute() {
        assertThat(decode("ana")).isEqualTo(decode("ana"));
        clock.advance(Duration.ofSeconds(59));
        decode("ana");
        assertThat(checked).containsExactly("ana");
        clock.advance(Duration.ofSeconds(2));
        decode("ana");
        assertThat(checked).containsExactly("ana", "ana");
    }

    @Test
    void whoever_differs_by_a_character_is_checked() {
        decode("ana");
        decode("anb");
        assertThat(checked).containsExactly("ana", "anb");
    }

    @Test
    void one_that_expires_meanwhile_is_refused_though_it_is_remembered() {
        clock.advance(LIFETIME.minusSeconds(10));
        decode("ana");
        clock.advance(Duration.ofSeconds(11));
        assertThatThrownBy(() -> decode("ana")).isInstanceOf(BadJwtException.class);
    }

    @Test
    void one_that_was_refused_is_checked_again() {
        assertThatThrownBy(() -> decode("forged")).isInstanceOf(BadJwtException.class);
        assertThatThrownBy(() -> decode("forged")).isInstanceOf(BadJwtException.class);
        assertThat(checked).hasSize(2);
    }

    @Test
    void what_is_remembered_is_bounded() {
        String much = "a".repeat(4_000_000);
        for (int i = 0; i < 3; i++) {
            decode(much + i);
        }
        checked.clear();
        for (int i = 0; i < 3; i++) {
            decode(much + i);
        }
        assertThat(checked).isNotEmpty();
    }
}
