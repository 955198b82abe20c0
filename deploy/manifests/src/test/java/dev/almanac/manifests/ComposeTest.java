package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ComposeTest {
    private static final List<String> BROKERS = List.of("kafka-1", "kafka-2", "kafka-3");
    private final Compose compose = Compose.read();

    @Test
    void what_compose_does_not_know_is_found() {
        ObjectNode file = Yamls.document(Compose.FOLDER.resolve("compose.yaml")).deepCopy();
        ((ObjectNode) file.path("services").path("front")).put("memory_limit", "1g");
        assertThatThrownBy(() -> Compose.parsed(file)).hasMessageContaining("memory_limit");
    }

    @Test
    void what_is_said_twice_is_found() {
        assertThatThrownBy(() -> Yamls.documents("services: {}\nservices: {}\n"))
                .hasMessageContaining("duplicate");
    }

    @Test
    void every_image_is_pinned_and_every_service_says_whether_it_is_well() {
        compose.services().forEach((name, service) -> {
            assertThat(service.image()).as(name).matches(".+:(v?\\d.*|\\$\\{ALMANAC_VERSION:-\\d.*})");
            if (!service.image().startsWith("almanac/") && !name.equals("topics")) {
                assertThat(service.healthcheck()).as("health check of " + name).isNotNull();
            }
        });
        assertThat(compose.services().values())
                .flatExtracting(service -> service.dependsOn().entrySet())
                .allSatisfy(after -> assertThat(after.getValue().condition())
                        .isEqualTo(
                                after.getKey().equals("topics")
                                        ? "service_completed_successfully"
                                        : "service_healthy"));
    }

    @Test
    void all_of_ours_run_with_nothing_to_write_to_but_their_own() {
        for (Image image : Image.all()) {
            Compose.Service service = compose.service(image.service());
            assertThat(service.image()).startsWith("almanac/" + image.service() + ":");
            assertThat(service.readOnly()).as(image.service()).isTrue();
            assertThat(service.capDrop()).containsExactly("ALL");
            assertThat(service.securityOpt()).containsExactly("no-new-privileges:true");
            assertThat(service.tmpfs()).containsExactly("/tmp:exec,size=256m");
            assertThat(service.memLimit()).isEqualTo("1g");
            assertThat(service.logging())
                    .isEqualTo(new Compose.Logging("json-file", Map.of("max-size", "10m", "max-file", "10")));
        }
    }

    @Test
    void a_record_outlives_a_broker() {
        assertThat(BROKERS)
                .allSatisfy(name -> assertThat(compose.service(name).environment())
                        .containsEntry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://" + name + ":9092")
                        .containsEntry("KAFKA_NODE_ID", name.substring(name.length() - 1))
                        .containsEntry("KAFKA_DEFAULT_REPLICATION_FACTOR", "3")
                        .containsEntry("KAFKA_MIN_INSYNC_REPLICAS", "2")
                        .containsEntry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "3")
                        .containsEntry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "3")
                        .containsEntry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "2"));
        String version = versionIn("kafka.version");
        assertThat(compose.service("kafka-1").image()).isEqualTo("apache/kafka:" + version);
    }

    @Test
    void addresses_are_those_of_services_in_the_file() {
        compose.services()
                .forEach((name, service) -> service.environment().forEach((key, value) -> {
                    if (key.startsWith("ALMANAC_")
                            && value.startsWith("http://")
                            && !value.startsWith("http://localhost")) {
                        assertThat(value).as(name + " " + key).matches("http://[a-z-]+:\\d+(/.*)?");
                        String[] address = value.substring("http://".length()).split("[:/]", -1);
                        assertThat(Image.of(address[0]).port()).as(key).isEqualTo(Integer.parseInt(address[1]));
                    }
                }));
        assertThat(compose.service("query-service").environment().get("ALMANAC_MONGODB_URI"))
                .startsWith("mongodb://mongodb-1,mongodb-2,mongodb-3/almanac?replicaSet=almanac");
    }

    @Test
    void only_this_machine_gets_in() {
        assertThat(compose.services().values())
                .flatExtracting(Compose.Service::ports)
                .isNotEmpty()
                .allMatch(port -> port.toString().startsWith("127.0.0.1:"));
        for (String service : List.of("front", "token-issuer")) {
            int port = Image.of(service).port();
            assertThat(compose.service(service).ports()).containsExactly("127.0.0.1:" + port + ":" + port);
        }
    }

    @Test
    void volumes_are_declared_and_files_are_there() {
        TreeSet<String> named = new TreeSet<>();
        compose.services().values().stream()
                .flatMap(service -> service.volumes().stream())
                .map(volume -> volume.split(":", -1)[0])
                // Filled by others, or made by docker as empty folders.
                .filter(source -> !List.of("../alerts", "../dashboards").contains(source))
                .forEach(source -> {
                    if (source.startsWith(".")) {
                        assertThat(Compose.FOLDER.resolve(source)).exists();
                    } else {
                        named.add(source);
                    }
                });
        assertThat(named).isEqualTo(new TreeSet<>(compose.volumes().keySet()));
    }

    @Test
    void all_that_is_measured_is_read() {
        JsonNode targets = Yamls.document(Compose.FOLDER.resolve("prometheus.yaml"))
                .at("/scrape_configs/0/static_configs/0/targets");
        List<String> expected = Image.all().stream()
                .filter(image -> image.health().startsWith("/actuator/"))
                .map(image -> image.service() + ":" + image.management())
                .toList();
        assertThat(targets).extracting(JsonNode::asText).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static String versionIn(String property) {
        Path pom = Yamls.ROOT.resolve("pom.xml");
        return Stream.of(Yamls.text(pom).split("\n"))
                .map(String::strip)
                .filter(line -> line.startsWith("<" + property + ">"))
                .map(line -> line.replaceAll("<[^>]+>", ""))
                .findFirst()
                .orElseThrow();
    }

    /** What a person could find out from the file. */
    @Test
    void no_secret_stands_in_the_file() {
        compose.services()
                .forEach((name, service) -> service.environment().entrySet().stream()
                        .filter(line -> Secrets.looksLikeOne(line.getKey()))
                        .map(Map.Entry::getValue)
                        .forEach(value -> assertThat(value).as(name).matches("\\$\\{[A-Z_]+:\\?[^}]+}")));
        assertThat(Yamls.text(Yamls.ROOT.resolve(".gitignore"))).contains("deploy/compose/.env");
    }
}
