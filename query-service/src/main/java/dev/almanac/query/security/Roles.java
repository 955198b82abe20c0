package dev.almanac.query.security;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The contract's roles, and what Spring Security calls them. */
final class Roles {
    static final String PREFIX = "ROLE_";

    private Roles() {}

    static Set<String> of(Authentication caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .collect(Collectors.toSet());
    }

    static List<SimpleGrantedAuthority> granted(Collection<String> roles) {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(PREFIX + role))
                .toList();
    }
}
