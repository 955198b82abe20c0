package dev.almanac.manifests;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Where a gateway sends a request: the best match counts, by its type, then the longest path, then the order in the route. */
record GatewayRoutes(List<Match> matches) {

    record Match(String method, String type, String path, String service) {

        boolean admits(String askedMethod, String asked) {
            return method.equals(askedMethod)
                    && switch (type) {
                        case "Exact" -> asked.equals(path);
                        case "RegularExpression" -> asked.matches(path);
                        case "PathPrefix" -> asked.equals(path) || asked.startsWith(path + "/");
                        default -> throw new AssertionError("no gateway matches by " + type);
                    };
        }
    }

    GatewayRoutes {
        matches = List.copyOf(matches);
    }

    static GatewayRoutes read(Ranking ranking) throws IOException {
        return new GatewayRoutes(Manifests.written().only(HTTPRoute.class).getSpec().getRules().stream()
                .flatMap(rule -> rule.getMatches().stream().map(match -> {
                    HTTPPathMatch path = match.getPath();
                    return new Match(
                            match.getMethod(),
                            path.getType(),
                            path.getValue(),
                            rule.getBackendRefs().getFirst().getName());
                }))
                .sorted(Comparator.<Match>comparingInt(match -> ranking.of(match.type()))
                        .thenComparingInt(match -> -match.path().length()))
                .toList());
    }

    Optional<String> serviceOf(String method, String path) {
        return matches.stream()
                .filter(match -> match.admits(method, path))
                .map(Match::service)
                .findFirst();
    }
}
