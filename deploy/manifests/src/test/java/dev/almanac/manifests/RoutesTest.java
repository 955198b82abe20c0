package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gateway of a cluster sends a request where the front of {@code ./up} sends it. */
class RoutesTest {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");
    private final FrontRoutes front = FrontRoutes.read();

    @ParameterizedTest
    @EnumSource
    void an_operation_reaches_the_service_that_documents_it(Ranking ranking) throws IOException {
        GatewayRoutes gateway = GatewayRoutes.read(ranking);
        for (String service : List.of("command-service", "query-service")) {
            JsonNode paths = Yamls.document(Yamls.ROOT.resolve("docs/openapi/" + service + ".json"))
                    .path("paths");
            assertThat(paths.size()).isPositive();
            paths.properties()
                    .forEach(path -> path.getValue().fieldNames().forEachRemaining(name -> {
                        String method = name.toUpperCase(Locale.ROOT);
                        String asked = path.getKey().replaceAll("\\{[^}]+}", "some-id");
                        assertThat(gateway.serviceOf(method, asked))
                                .as(method + " " + path.getKey())
                                .contains(service);
                    }));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatever_the_front_names_goes_to_the_same_service(Ranking ranking) throws IOException {
        GatewayRoutes gateway = GatewayRoutes.read(ranking);
        assertThat(front.samples()).hasSizeGreaterThan(15);
        for (String path : front.samples()) {
            for (String method : METHODS) {
                assertThat(gateway.serviceOf(method, path))
                        .as(method + " " + path)
                        .isEqualTo(front.serviceOf(method, path));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void health_metrics_and_documents_are_not_for_the_public(Ranking ranking) throws IOException {
        GatewayRoutes gateway = GatewayRoutes.read(ranking);
        for (String path : List.of(
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/v3/api-docs",
                "/v3/api-docs.yaml",
                "/apis",
                "/index.html",
                "/silent",
                "/pages/app.js")) {
            for (String method : METHODS) {
                assertThat(gateway.serviceOf(method, path))
                        .as(method + " " + path)
                        .isEmpty();
                assertThat(front.serviceOf(method, path))
                        .as(method + " " + path)
                        .isEmpty();
            }
        }
    }

    @Test
    void a_stream_has_no_end_and_nothing_is_sent_twice() throws IOException {
        List<HTTPRouteRule> rules =
                Manifests.written().only(HTTPRoute.class).getSpec().getRules();
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.getRetry()).isNull();
            boolean streams = rule.getMatches().getFirst().getPath().getValue().equals("/api/v1/stream");
            assertThat(rule.getTimeouts().getRequest().equals("0s")).isEqualTo(streams);
        });
        assertThat(rules).hasSizeLessThanOrEqualTo(16);
    }

    @Test
    void every_route_leads_to_a_service_and_its_port() throws IOException {
        Manifests manifests = Manifests.written();
        List<String> services = manifests.of(Service.class).stream()
                .map(service -> service.getMetadata().getName() + ":"
                        + service.getSpec().getPorts().getFirst().getPort())
                .toList();
        assertThat(manifests.only(HTTPRoute.class).getSpec().getRules())
                .flatExtracting(HTTPRouteRule::getBackendRefs)
                .extracting(backend -> backend.getName() + ":" + backend.getPort())
                .isSubsetOf(services);
    }
}
