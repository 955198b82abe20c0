package dev.almanac.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment says is done, also where no image can be built. */
class EnvironmentIT {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);

    @TempDir
    Path folder;

    @Test
    void services_that_are_told_by_the_environment_work_and_keep_their_health_apart() throws Exception {
        try (StartedSuite suite = new StartedSuite(folder.resolve("stores"));
                Processes processes = Processes.in(folder)) {
            suite.start(processes::start);
            long end = System.nanoTime() + PATIENCE.toNanos();
            for (Image image : Image.all()) {
                while (!suite.isReady(image)) {
                    assertThat(System.nanoTime())
                            .as(processes.said(image.service()))
                            .isLessThan(end);
                    Thread.sleep(LOOK_EVERY);
                }
            }
            suite.readsWhatItHasWritten();
            suite.keepsHealthAndMetricsApart();
        }
    }
}
