package dev.almanac.command.access;

import java.util.Set;

/** Who asks: the token's subject and roles. */
public record Caller(String subject, Set<Role> roles) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean isAtLeast(Role role) {
        return roles.stream().anyMatch(held -> held.compareTo(role) >= 0);
    }

    public boolean isManager() {
        return isAtLeast(Role.MANAGER);
    }
}
