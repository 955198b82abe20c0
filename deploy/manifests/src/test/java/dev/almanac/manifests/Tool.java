package dev.almanac.manifests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A program of the machine. */
record Tool(Path path) {
    /** Skips the test where there is none. */
    static Tool kubectl() {
        return named("kubectl");
    }

    static Tool named(String name) {
        List<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .toList();
        assumeTrue(!found.isEmpty(), "skipped: " + name + " is not installed here");
        return new Tool(found.getFirst());
    }

    record Answer(int code, String text) {}

    Answer ask(String... arguments) throws IOException, InterruptedException {
        return ask(Map.of(), arguments);
    }

    Answer ask(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of(path.toString()), Stream.of(arguments)).toList();
        ProcessBuilder program = new ProcessBuilder(command).redirectErrorStream(true);
        program.environment().putAll(environment);
        Process process = program.start();
        String text = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Answer(process.waitFor(), text);
    }

    String run(String... arguments) throws IOException, InterruptedException {
        Answer answer = ask(arguments);
        assertThat(answer.code()).as(answer.text()).isZero();
        return answer.text();
    }
}
