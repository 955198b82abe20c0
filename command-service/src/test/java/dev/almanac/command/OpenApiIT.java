package dev.almanac.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.ResolvableType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(FixedClock.class)
class OpenApiIT {
    private static final Path COMMITTED = Path.of("..", "docs", "openapi", "command-service.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") // the actuator has others
    private RequestMappingHandlerMapping mappings;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.register(properties);
    }

    /** {@code -Dopenapi.write=true} writes the document anew: what then differs is reviewed like code. */
    @Test
    void the_committed_document_is_what_the_service_serves() throws IOException {
        byte[] served = WebTestClient.bindToServer()
                .baseUrl("http://localhost:" + port)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4_000_000))
                .responseTimeout(java.time.Duration.ofSeconds(30))
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        ObjectNode document = (ObjectNode) JSON.readTree(new String(Objects.requireNonNull(served), UTF_8));
        document.remove("servers");
        String text = JSON.writeValueAsString(document) + "\n";
        if (Boolean.getBoolean("openapi.write")) {
            Files.writeString(COMMITTED, text);
        }
        assertThat(text).isEqualTo(Files.readString(COMMITTED));
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
