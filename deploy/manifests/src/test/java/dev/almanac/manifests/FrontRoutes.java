package dev.almanac.manifests;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Where the front sends a request, by its {@code application.yaml}: the first that matches counts. */
record FrontRoutes(List<Route> routes) {

    record Route(List<PathPattern> paths, List<String> methods, String service) {
        Route {
            paths = List.copyOf(paths);
            methods = List.copyOf(methods);
        }

        boolean admits(String method, String path) {
            PathContainer asked = PathContainer.parsePath(path);
            return (methods.isEmpty() || methods.contains(method))
                    && paths.stream().anyMatch(pattern -> pattern.matches(asked));
        }
    }

    FrontRoutes {
        routes = List.copyOf(routes);
    }

    static FrontRoutes read() {
        List<Route> routes = new ArrayList<>();
        for (JsonNode route : Yamls.document(Image.of("front").folder().resolve("src/main/resources/application.yaml"))
                .at("/spring/cloud/gateway.server.webflux/routes")) {
            routes.add(new Route(
                    predicate(route, "Path=")
                            .map(PathPatternParser.defaultInstance::parse)
                            .toList(),
                    predicate(route, "Method=").toList(),
                    route.path("uri").asText().replace("instances://", "")));
        }
        return new FrontRoutes(routes);
    }

    private static Stream<String> predicate(JsonNode route, String name) {
        List<String> values = new ArrayList<>();
        for (JsonNode predicate : route.path("predicates")) {
            if (predicate.asText().startsWith(name)) {
                values.addAll(
                        List.of(predicate.asText().substring(name.length()).split(",\\s*")));
            }
        }
        return values.stream();
    }

    Optional<String> serviceOf(String method, String path) {
        return routes.stream()
                .filter(route -> route.admits(method, path))
                .map(Route::service)
                .findFirst();
    }

    /** A path for each pattern. */
    List<String> samples() {
        return routes.stream()
                .flatMap(route -> route.paths().stream())
                .map(pattern -> pattern.getPatternString()
                        .replaceAll("\\{[^}]+}", "some-id")
                        .replace("**", "more/of-it"))
                .distinct()
                .toList();
    }
}
