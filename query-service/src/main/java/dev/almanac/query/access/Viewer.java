package dev.almanac.query.access;

import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;

/** Who reads: a token's subject, and whether their role lets them see everything, and who did it. */
public record Viewer(String subject, boolean seesEverything, boolean auditsEverything) {
    private static final Set<String> SEE_EVERYTHING = Set.of("ROLE_manager", "ROLE_admin");

    /** Of the request that is under way; without one nobody sees anything. */
    public static Mono<Viewer> current() {
        return ReactiveSecurityContextHolder.getContext()
                .mapNotNull(SecurityContext::getAuthentication)
                .map(Viewer::of)
                .switchIfEmpty(Mono.error(
                        () -> new AuthenticationCredentialsNotFoundException("views are read for somebody")));
    }

    private static Viewer of(Authentication token) {
        Set<String> roles = token.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .collect(Collectors.toSet());
        return new Viewer(
                token.getName(), roles.stream().anyMatch(SEE_EVERYTHING::contains), roles.contains("ROLE_admin"));
    }
}
