package dev.almanac.issuer;

import java.util.List;
import java.util.Map;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Whoever is known here is who they say they are: it is their own machine. */
record WithoutPassword(Map<String, String> roles) implements AuthenticationProvider {

    @Override
    public Authentication authenticate(Authentication claimed) {
        String role = roles.get(claimed.getName());
        if (role == null) {
            throw new BadCredentialsException("nobody of that name signs in here");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                claimed.getName(),
                null,
                List.of(
                        new SimpleGrantedAuthority("ROLE_" + role),
                        // When they signed in, which the token says.
                        FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
