package dev.almanac.manifests;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment says is done, also where no image can be built. */
class EnvironmentIT {
    @TempDir
    Path folder;

    @Test
    void services_that_are_told_by_the_environment_work_and_keep_their_health_apart() throws Exception {
        try (StartedSuite suite = new StartedSuite(folder.resolve("stores"));
                Processes processes = Processes.in(folder)) {
            suite.start(processes::start);
            suite.awaitReady(processes);
            suite.readsWhatItHasWritten();
            suite.keepsHealthAndMetricsApart();
        }
    }
}
