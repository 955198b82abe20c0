package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.Service;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every port is one on which the code listens. */
class PortsTest {

    @Test
    void an_image_says_what_its_service_says() {
        for (Image image : Image.all()) {
            assertThat(image.settings().port()).as(image.service()).isEqualTo(image.port());
            assertThat(image.folder()
                            .resolve("src/main/java")
                            .resolve(image.main().replace('.', '/') + ".java"))
                    .exists();
            assertThat(image.settings().lines().get("spring.application.name")).isEqualTo(image.service());
        }
    }

    /** The streams answer nothing but health and metrics: one port is enough. */
    @Test
    void health_and_metrics_are_no_part_of_what_the_public_may_reach() {
        assertThat(Image.all())
                .filteredOn(image -> image.health().startsWith("/actuator/"))
                .allSatisfy(image -> assertThat(image.port() == image.management())
                        .isEqualTo(image.settings().lines().containsKey("almanac.streams.state-dir")));
    }

    @Test
    void pods_and_services_have_the_ports_of_their_image() throws IOException {
        Manifests manifests = Manifests.written();
        for (Workload workload : Workload.in(manifests)) {
            Image image = Image.of(workload.name());
            Map<String, Integer> expected = new TreeMap<>(Map.of("management", image.management()));
            if (image.port() != image.management()) {
                expected.put("http", image.port());
            }
            Map<String, Integer> ports = new TreeMap<>();
            for (ContainerPort port : workload.container().getPorts()) {
                ports.put(port.getName(), port.getContainerPort());
            }
            assertThat(ports).as(workload.name()).isEqualTo(expected);
        }
        for (Service service : manifests.of(Service.class)) {
            assertThat(service.getSpec().getPorts()).singleElement().satisfies(port -> {
                assertThat(port.getPort())
                        .isEqualTo(Image.of(service.getMetadata().getName()).port());
                assertThat(port.getTargetPort().getStrVal()).isEqualTo(port.getName());
            });
            assertThat(service.getSpec().getSelector())
                    .containsExactly(Map.entry(
                            "app.kubernetes.io/name", service.getMetadata().getName()));
        }
    }
}
