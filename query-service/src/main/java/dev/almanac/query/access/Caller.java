package dev.almanac.query.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Mono;

/**
 * Who asks, and until when their token holds.
 *
 * @param till null where no token says so
 */
public record Caller(String subject, @Nullable Instant till) {

    public static Mono<Caller> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(token -> new Caller(token.getName(), till(token)));
    }

    private static @Nullable Instant till(Authentication token) {
        return switch (token) {
            case JwtAuthenticationToken bearer -> bearer.getToken().getExpiresAt();
            case Authentication ticket when ticket.getDetails() instanceof StreamEnd end -> end.at();
            default -> null;
        };
    }
}
