package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** All images are built, and the suite runs in their containers. */
@TestMethodOrder(OrderAnnotation.class)
class ImagesIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    static Path folder;

    private static Containers containers;
    private static StartedSuite suite;

    @BeforeAll
    static void start() throws Exception {
        containers = Containers.built();
        suite = new StartedSuite(folder);
        suite.start(containers::start);
        for (Image image : Image.all()) {
            containers.awaitHealthy(image.service(), PATIENCE);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        if (containers != null) {
            containers.close();
        }
        if (suite != null) {
            suite.close();
        }
    }

    @Test
    @Order(1)
    void what_is_written_in_one_container_is_read_from_another() throws Exception {
        suite.readsWhatItHasWritten();
    }

    @Test
    @Order(2)
    void health_and_metrics_are_on_a_port_of_their_own() throws Exception {
        suite.keepsHealthAndMetricsApart();
    }

    @Test
    @Order(3)
    void a_container_writes_to_nothing_but_its_own_as_nobody_special() throws Exception {
        for (Image image : Image.all()) {
            String service = image.service();
            assertThat(containers.inspect(service, "{{.Config.User}}")).isEqualTo("10001:10001");
            assertThat(containers.inside(service, "touch", "/opt/almanac/app/x").code())
                    .isNotZero();
            assertThat(containers.inside(service, "touch", "/tmp/x").code()).isZero();
            assertThat(containers.inside(service, "touch", "/var/lib/almanac/x").code())
                    .isZero();
        }
    }

    @Test
    @Order(4)
    void a_start_takes_the_cache_that_came_with_the_image() throws Exception {
        for (Image image : Image.all()) {
            Tool.Answer answer = containers.startsFromItsCache(image.service());
            assertThat(answer.code()).as(image.service() + ": " + answer.text()).isZero();
        }
    }

    @Test
    @Order(5)
    void a_container_that_is_stopped_ends_in_good_order() throws Exception {
        for (Image image : Image.all().reversed()) {
            containers.stop(image.service());
            // What a JVM answers that was told to end; 137 would be a kill.
            assertThat(containers.inspect(image.service(), "{{.State.ExitCode}}"))
                    .as(image.service())
                    .isEqualTo("143");
        }
    }
}
