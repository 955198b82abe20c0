package dev.almanac.web;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The contract's roles, and what Spring Security calls them. */
public final class Roles {
    public static final String PREFIX = "ROLE_";

    private Roles() {}

    public static Set<String> of(Authentication caller) {
        return caller.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .collect(Collectors.toSet());
    }

    public static List<SimpleGrantedAuthority> granted(Collection<String> roles) {
        return roles.stream()
                .map(role -> new SimpleGrantedAuthority(PREFIX + role))
                .toList();
    }
}
