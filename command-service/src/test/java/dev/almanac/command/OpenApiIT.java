package dev.almanac.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import dev.almanac.testing.OpenApiDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.ResolvableType;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@OnRealParts
class OpenApiIT {
    private static final OpenApiDocument DOCUMENT = new OpenApiDocument("command-service");
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") // the actuator has others
    private RequestMappingHandlerMapping mappings;

    /** {@code -Dopenapi.write=true} writes the document anew: what then differs is reviewed like code. */
    @Test
    void the_committed_document_is_what_the_service_serves() {
        DOCUMENT.compare(OpenApiDocument.served(new Api(port, null)));
    }

    /** Sent as they stand, but for the ids of what exists: none is refused as invalid. */
    @Test
    void every_body_has_an_example_and_every_example_is_valid() throws IOException {
        Api api = new Api(port, RealParts.token("ana", "manager", "admin"));
        String calendar = api.created("/calendars", Api.calendar("Examples", 9));
        String event =
                api.created("/schedules", Api.event(calendar, "Example", FixedClock.NOW.plusSeconds(86_400), 60));
        Map<String, String> ids = Map.of(
                "calendarId",
                calendar,
                "scheduleId",
                event,
                "resourceId",
                api.created("/resources", Map.of("name", "Clara", "resourceType", "STAFF")),
                "ruleId",
                api.created("/schedules/rules", Api.nightly("night")),
                "subject",
                "zoe");
        JsonNode document = DOCUMENT.committed();
        List<String> without = new ArrayList<>();
        Map<String, Integer> refused = new TreeMap<>();
        for (var path : document.get("paths").properties()) {
            for (var operation : path.getValue().properties()) {
                JsonNode media =
                        operation.getValue().path("requestBody").path("content").path("application/json");
                String id = operation.getValue().path("operationId").asString();
                JsonNode example = media.path("examples").path("example").path("value");
                if (!media.isMissingNode() && example.isMissingNode()) {
                    without.add(id);
                } else if (!media.isMissingNode()) {
                    int status = status(
                            api, operation.getKey(), filled(path.getKey(), ids), filled(example, calendar, event));
                    if (status == 400 || status == 415 || (status >= 500 && status != 503)) {
                        refused.put(id, status);
                    }
                }
            }
        }
        api.post("/schedules/rules/resume-all", Map.of()).expectStatus().isOk();
        assertThat(without).isEmpty();
        assertThat(refused).isEmpty();
    }

    private static int status(Api api, String method, String path, String body) {
        return api.http()
                .method(HttpMethod.valueOf(method.toUpperCase(Locale.ROOT)))
                .uri(path.substring("/api/v1".length()))
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    private static String filled(String path, Map<String, String> ids) {
        String filled = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            filled = filled.replace("{" + id.getKey() + "}", id.getValue());
        }
        return filled.replace("{occurrenceId}", ids.get("ruleId") + "@20260302T030000")
                .replaceAll("\\{\\w+}", "none");
    }

    private static String filled(JsonNode example, String calendar, String event) {
        return JSON.writeValueAsString(example)
                .replace("6f1d2c3b-0000-4000-8000-000000000001", calendar)
                .replace("6f1d2c3b-0000-4000-8000-000000000002", event);
    }

    @Test
    void operations_have_names_of_their_own_and_summaries() throws IOException {
        List<String> names = new ArrayList<>();
        DOCUMENT.committed()
                .get("paths")
                .forEach(path -> path.forEach(operation -> {
                    names.add(operation.get("operationId").asString());
                    assertThat(operation.path("summary").asString(""))
                            .as(names.getLast())
                            .isNotBlank();
                }));
        assertThat(names).doesNotHaveDuplicates().allMatch(name -> name.matches("[a-z][A-Za-z]+"));
    }

    /** The document names schemas by the simple names of records: two of one name would silently be one. */
    @Test
    void no_two_bodies_of_requests_share_a_name() {
        Map<String, Set<Class<?>>> named = mappings.getHandlerMethods().values().stream()
                .flatMap(method -> Arrays.stream(method.getMethodParameters()))
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .flatMap(parameter -> records(parameter.getParameterType()))
                .collect(Collectors.groupingBy(Class::getSimpleName, Collectors.toSet()));

        assertThat(named)
                .isNotEmpty()
                .allSatisfy((_, types) -> assertThat(types).hasSize(1));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.concat(
                        Stream.of(type),
                        Arrays.stream(type.getRecordComponents())
                                .map(component -> ResolvableType.forType(component.getGenericType()))
                                .flatMap(component -> Stream.of(component.resolve(), component.resolveGeneric(0)))
                                .filter(Objects::nonNull)
                                .flatMap(OpenApiIT::records))
                : Stream.empty();
    }
}
