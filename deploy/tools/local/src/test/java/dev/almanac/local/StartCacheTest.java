package dev.almanac.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {
    private final Instant anHourAgo = Clock.systemUTC().instant().minusSeconds(3600);

    @TempDir
    Path module;

    private Path target;
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        target = module.resolve("target");
        Files.createDirectories(target.resolve("classes"));
        Files.createDirectories(target.resolve("lib"));
        jar = target.resolve("it's a module-1.jar");
        new JarOutputStream(Files.newOutputStream(jar)).close();
        Files.setLastModifiedTime(jar, FileTime.from(anHourAgo));
    }

    @Test
    void a_run_records_and_the_next_starts_from_what_was_kept_by_a_real_jvm() throws Exception {
        StartCache cache = cache();
        assertThat(version(cache)).doesNotContain("error");
        String script = cache.assembly(List.of("-Xmx64m")).orElseThrow();

        Process assembly = new ProcessBuilder("sh", "-c", script).inheritIO().start();

        assertThat(assembly.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(cache().options()).first().asString().startsWith("-XX:AOTCache=");
        assertThat(version(cache, "-XX:AOTMode=on")).doesNotContain("error");
        assertThat(cache().assembly(List.of())).isEmpty();
    }

    @Test
    void what_was_kept_of_an_older_build_is_recorded_anew() throws IOException {
        Path kept = target.resolve("part-" + Runtime.version() + ".aot");
        Files.createFile(kept);
        assertThat(cache().options()).first().asString().startsWith("-XX:AOTCache=");
        Files.setLastModifiedTime(kept, FileTime.from(anHourAgo.minusSeconds(1)));
        assertThat(cache().options()).first().isEqualTo("-XX:AOTMode=record");
    }

    @Test
    void classes_that_were_compiled_since_the_jar_was_packed_run_and_nothing_is_kept_of_them() throws IOException {
        Files.createFile(target.resolve("classes").resolve("Newer.class"));
        assertThat(ClassPath.of(module).entries()).containsExactly(target.resolve("classes"));
        assertThat(cache().options()).isEmpty();
    }

    @Test
    void the_same_classes_built_again_leave_the_jar_in_its_place() throws IOException {
        byte[] same = "the same".getBytes(UTF_8);
        Path file = target.resolve("classes").resolve("Same.class");
        try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar))) {
            packed.putNextEntry(new JarEntry("Same.class"));
            packed.write(same);
        }
        Files.setLastModifiedTime(jar, FileTime.from(anHourAgo));
        Files.write(file, same);
        assertThat(ClassPath.of(module).entries()).containsExactly(jar);
        Files.write(file, "another".getBytes(UTF_8));
        assertThat(ClassPath.of(module).entries()).containsExactly(target.resolve("classes"));
    }

    @Test
    void what_was_killed_leaves_no_record() throws Exception {
        StartCache cache = cache();
        version(cache);
        assertThat(cache.assembly(List.of())).isPresent();
        cache.forget();
        assertThat(cache.assembly(List.of())).isEmpty();
    }

    private StartCache cache() {
        return new StartCache("part", ClassPath.of(module));
    }

    private String version(StartCache cache, String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of(Running.java(), "-Xmx64m"));
        command.addAll(cache.options());
        command.addAll(List.of(more));
        command.addAll(List.of("-cp", ClassPath.of(module).toString(), "-version"));
        Process run = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(run.getInputStream().readAllBytes(), UTF_8);
        assertThat(run.waitFor()).as(said).isZero();
        return said;
    }
}
