package dev.almanac.web;

import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import reactor.core.publisher.Mono;

/**
 * Whatever else is sent as a bearer token is no token: encrypted ones, those that the library breaks on, and those whose
 * claims have other types than ours. Their bearer is unauthenticated; nothing is wrong with the service.
 */
public final class SignedTokens implements ReactiveJwtDecoder {
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    private static final String ROLES = "roles";

    private final ReactiveJwtDecoder decoder;

    public SignedTokens(ReactiveJwtDecoder decoder) {
        this.decoder = decoder;
    }

    @Override
    public Mono<Jwt> decode(String token) {
        if (!COMPACT.matcher(token).matches()) {
            return Mono.error(new BadJwtException("not a signed token in compact form"));
        }
        return Mono.defer(() -> decoder.decode(token))
                .onErrorMap(SignedTokens::isOfTheToken, e -> new BadJwtException("not a token of ours", e));
    }

    private static boolean isOfTheToken(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || failure instanceof ClassCastException
                || failure instanceof NullPointerException;
    }

    /** Roles are names, or are not there. */
    public static OAuth2TokenValidator<Jwt> roles() {
        return token -> areNames(token.getClaims().get(ROLES))
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(
                        new OAuth2Error("invalid_token", "roles is no list of names", null));
    }

    private static boolean areNames(@Nullable Object claim) {
        return claim == null
                || claim instanceof String
                || (claim instanceof Collection<?> roles && roles.stream().allMatch(String.class::isInstance));
    }
}
