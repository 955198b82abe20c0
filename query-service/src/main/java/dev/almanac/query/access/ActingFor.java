package dev.almanac.query.access;

import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import reactor.util.context.Context;

/** Lets the service look at views as somebody may who is not there: of whom it tells others what they asked it to. */
public final class ActingFor {
    private ActingFor() {}

    /**
     * To be written into the context of what is read.
     *
     * @param asManager whether a manager's role lets them see everything
     */
    public static Context of(String subject, boolean asManager) {
        List<GrantedAuthority> roles = asManager ? List.of(new SimpleGrantedAuthority("ROLE_manager")) : List.of();
        return ReactiveSecurityContextHolder.withAuthentication(
                new PreAuthenticatedAuthenticationToken(subject, "", roles));
    }
}
