package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is set by the environment is a setting that the service has. */
class SettingsTest {
    private static final Set<String> SPRINGS_OWN = new TreeSet<>();

    @BeforeAll
    static void read_what_spring_has() throws IOException {
        for (URL url : Collections.list(
                SettingsTest.class.getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
            for (JsonNode setting : Yamls.json(url).path("properties")) {
                SPRINGS_OWN.add(Settings.inTheEnvironment(setting.path("name").asText()));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "production"})
    void a_cluster_sets_what_a_service_has(String overlay) throws Exception {
        Manifests manifests = Manifests.of(overlay);
        for (Workload workload : Workload.in(manifests)) {
            assertHas(Image.of(workload.name()), names(workload.container(), manifests));
        }
    }

    @Test
    void compose_sets_what_a_service_has() {
        Compose compose = Compose.read();
        for (Image image : Image.all()) {
            assertHas(
                    image,
                    List.copyOf(compose.service(image.service()).environment().keySet()));
        }
    }

    @Test
    void an_image_sets_what_a_service_has() {
        String set = Yamls.text(Yamls.DEPLOY.resolve("images/Dockerfile"))
                .lines()
                .filter(line -> line.startsWith("ENV "))
                .findFirst()
                .orElseThrow();
        assertThat(set)
                .isEqualTo(
                        "ENV SERVER_PORT=${PORT} MANAGEMENT_SERVER_PORT=${MANAGEMENT_PORT} HEALTH_PATH=${HEALTH_PATH} LOGGING_STRUCTURED_FORMAT_CONSOLE=ecs");
        assertHas(
                Image.of("front"),
                List.of("SERVER_PORT", "MANAGEMENT_SERVER_PORT", "LOGGING_STRUCTURED_FORMAT_CONSOLE"));
        assertThat(Yamls.text(Yamls.DEPLOY.resolve("images/HealthCheck.java")))
                .contains("getenv(\"MANAGEMENT_SERVER_PORT\")", "getenv(\"HEALTH_PATH\")");
    }

    @Test
    void what_no_service_has_is_found() {
        Set<String> environment = Image.of("query-service").settings().environment();
        assertThat(environment).contains("ALMANAC_COMMANDSERVICE_URL", "SPRING_KAFKA_BOOTSTRAPSERVERS");
        assertThat(environment).doesNotContain("SPRING_DATASOURCE_URL", "ALMANAC_STREAMS_STATEDIR");
        assertThat(SPRINGS_OWN).contains("MANAGEMENT_SERVER_PORT").doesNotContain("ALMANAC_MONGODB_URI");
    }

    private static List<String> names(Container container, Manifests manifests) {
        List<String> names =
                new ArrayList<>(container.getEnv().stream().map(EnvVar::getName).toList());
        container
                .getEnvFrom()
                .forEach(from -> names.addAll(manifests.of(ConfigMap.class).stream()
                        .filter(map -> map.getMetadata()
                                .getName()
                                .equals(from.getConfigMapRef().getName()))
                        .findFirst()
                        .orElseThrow()
                        .getData()
                        .keySet()));
        return names;
    }

    private static void assertHas(Image image, List<String> names) {
        Set<String> known = image.settings().environment();
        assertThat(names)
                .as("what is set of " + image.service())
                .doesNotHaveDuplicates()
                .allMatch(name -> known.contains(name) || isSpringsOwn(name));
    }

    private static boolean isSpringsOwn(String name) {
        return SPRINGS_OWN.contains(name)
                && Stream.of("SPRING_", "MANAGEMENT_", "LOGGING_", "SERVER_").anyMatch(name::startsWith);
    }
}
