package dev.almanac.web;

import java.util.Optional;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Which rate policy the endpoint of a request names. */
@FunctionalInterface
public interface DeclaredRates {

    /** Empty where it names none. */
    Optional<String> policyOf(ServerHttpRequest request);
}
