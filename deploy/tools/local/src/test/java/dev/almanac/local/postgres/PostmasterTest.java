package dev.almanac.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A server that was killed keeps its number until somebody asks how it ended; a new one would take it for one that runs. */
@EnabledOnOs(OS.LINUX)
class PostmasterTest {
    @TempDir
    Path cluster;

    private Path lock;
    private @Nullable Process parent;

    @BeforeEach
    void name() {
        lock = cluster.resolve("postmaster.pid");
    }

    @AfterEach
    void end() {
        if (parent != null) {
            parent.destroyForcibly();
        }
    }

    @Test
    void waits_until_the_number_of_one_that_was_killed_is_free() throws Exception {
        long pid = unreaped(2);

        Postmaster.endFormer(cluster);

        assertThat(Path.of("/proc", Long.toString(pid))).doesNotExist();
        assertThat(lock).exists();
    }

    @Test
    void takes_the_lock_of_one_whose_number_nobody_sets_free() throws Exception {
        long pid = unreaped(60);

        Postmaster.endFormer(cluster, Duration.ofSeconds(1));

        assertThat(Path.of("/proc", Long.toString(pid))).exists();
        assertThat(lock).doesNotExist();
    }

    /** The child of one that never asks how it ended, and ends itself after so many seconds. */
    private long unreaped(int seconds) throws IOException {
        String child = "sh -c 'echo $$ > %s' & exec sleep %d".formatted(lock, seconds);
        parent = new ProcessBuilder("sh", "-c", child).start();
        await().until(() -> Files.exists(lock) && Files.size(lock) > 0);
        long pid = Long.parseLong(Files.readString(lock).strip());
        await().until(() ->
                Files.readString(Path.of("/proc", Long.toString(pid), "stat")).contains(") Z "));
        return pid;
    }
}
