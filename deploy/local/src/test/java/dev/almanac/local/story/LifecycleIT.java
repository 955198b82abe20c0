package dev.almanac.local.story;

import dev.almanac.local.Options;
import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories on the embedded parts that {@code ./up} runs. */
class LifecycleIT {
    @TempDir
    Path folder;

    @Test
    void a_booking_collides_moves_away_and_is_the_same_after_a_replay_and_a_file_goes_in_and_out_unchanged()
            throws Exception {
        try (Suite suite = Suite.of(Options.of(folder, Ports.free()), _ -> {})) {
            suite.start();
            new LifecycleStory().isToldBy(suite);
            new CalendarFileStory().isToldBy(suite);
        }
    }
}
