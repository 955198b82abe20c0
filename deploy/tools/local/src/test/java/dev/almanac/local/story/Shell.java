package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Suite;
import dev.almanac.terminal.Almanac;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/** Somebody at a prompt: each line is the program {@code almanac} as a process of its own. */
final class Shell {
    private static final int MINUTES_MAX = 2;

    /** What a line ended with, and said. */
    record Said(int code, String out, String err) {
        JsonNode json() {
            return Client.json(out);
        }

        Said ends(int expected) {
            assertThat(code).as(out + err).isEqualTo(expected);
            return this;
        }
    }

    /** A line that goes on. */
    record Begun(Process process, Path out, Path err) {
        Said ended() throws IOException, InterruptedException {
            assertThat(process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)).isTrue();
            return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        }

        String told() throws IOException {
            return Files.readString(err);
        }
    }

    private final Suite suite;
    private final String token;
    private final Path folder;

    Shell(Suite suite, String token, Path folder) {
        this.suite = suite;
        this.token = token;
        this.folder = folder;
    }

    Said run(String... line) throws IOException, InterruptedException {
        return begin(line).ended();
    }

    Said runWith(Path input, String... line) throws IOException, InterruptedException {
        return begin(process(line).redirectInput(input.toFile())).ended();
    }

    Begun begin(String... line) throws IOException {
        return begin(process(line));
    }

    private Begun begin(ProcessBuilder process) throws IOException {
        Path out = Files.createTempFile(folder, "line", ".out");
        Path err = Files.createTempFile(folder, "line", ".err");
        return new Begun(
                process.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }

    private ProcessBuilder process(String... line) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Almanac.class.getName()));
        command.addAll(List.of(line));
        ProcessBuilder process = new ProcessBuilder(command);
        process.environment().put("ALMANAC_URL", suite.frontUrl());
        process.environment().put("ALMANAC_TOKEN", token);
        process.environment().put("XDG_STATE_HOME", folder.toString());
        return process;
    }
}
