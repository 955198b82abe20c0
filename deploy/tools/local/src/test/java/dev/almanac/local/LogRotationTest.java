package dev.almanac.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {
    @TempDir
    private Path folder;

    @Test
    void a_long_log_is_kept_once_and_cut_while_it_is_written() throws IOException {
        Path log = folder.resolve("kafka.log");
        try (var out = Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int i = 0; i < 10; i++) {
                out.write(new byte[1000]);
                LogRotation.rotate(folder, 1500);
            }
        }
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("kafka.log", "kafka.log.1");
        assertThat(Files.size(log)).isLessThanOrEqualTo(1500);
        assertThat(Files.size(folder.resolve("kafka.log.1"))).isEqualTo(2000);
    }
}
