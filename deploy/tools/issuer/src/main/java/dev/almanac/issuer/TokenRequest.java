package dev.almanac.issuer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who the token is for, and with which roles. */
record TokenRequest(String user, List<String> roles) {
    private static final Set<String> ROLES = Set.of("customer", "staff", "manager", "admin");

    TokenRequest {
        roles = List.copyOf(roles);
        if (user.isBlank() || !ROLES.containsAll(roles)) {
            throw new IllegalArgumentException(
                    "ask for /token?user=NAME&roles=ROLE,… where roles are among customer, staff, manager, admin");
        }
    }

    static TokenRequest parse(@Nullable String query) {
        Map<String, String> values = Arrays.stream((query == null ? "" : query).split("&"))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first));
        String roles = values.getOrDefault("roles", "customer");
        return new TokenRequest(values.getOrDefault("user", ""), List.of(roles.split(",")));
    }
}
