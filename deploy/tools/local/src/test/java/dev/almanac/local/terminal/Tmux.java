package dev.almanac.local.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A terminal that keys are sent to and whose screen is read, with a shell in it. It has a server of its own. */
final class Tmux implements AutoCloseable {
    private static final String SETTING = "ALMANAC_TMUX";
    private static final String REQUIRED = "required";
    /** What comes to pass within a second here may take longer where others work, too. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int CALL_SECONDS_MAX = 20;
    private final Path socket;

    private Tmux(Path socket) {
        this.socket = socket;
    }

    /** Skips the test where there is no tmux, unless there has to be one. */
    static Tmux of80By24(Path folder, Map<String, String> environment) {
        if (!isThere()) {
            String absent = "No tmux was found: install it (apt-get install tmux)";
            Assumptions.assumeFalse(!REQUIRED.equals(System.getenv(SETTING)), absent);
            throw new IllegalStateException(SETTING + " is " + REQUIRED + ". " + absent);
        }
        Tmux tmux = new Tmux(folder.resolve("tmux"));
        List<String> start = new ArrayList<>(List.of("new-session", "-d", "-x", "80", "-y", "24"));
        environment.forEach((name, value) -> start.addAll(List.of("-e", name + "=" + value)));
        start.add("PS1='$ ' exec sh");
        tmux.call(start.toArray(String[]::new));
        return tmux;
    }

    private static boolean isThere() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "tmux")));
    }

    /** Keys by tmux's names. */
    Tmux press(String... keys) {
        for (String key : keys) {
            call("send-keys", key);
        }
        return this;
    }

    /** As it is written, escape sequences of a mouse among it. */
    Tmux type(String text) {
        call("send-keys", "-l", "--", text);
        return this;
    }

    Tmux resize(int columns, int rows) {
        call("resize-window", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
        return this;
    }

    Tmux shows(String... texts) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(screen()).contains(texts));
        return this;
    }

    Tmux showsNoMore(String text) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .untilAsserted(() -> assertThat(screen()).doesNotContain(text));
        return this;
    }

    /** Counted from one, as a mouse tells it. */
    int row(String text) {
        List<String> lines = screen().lines().toList();
        return 1
                + IntStream.range(0, lines.size())
                        .filter(row -> lines.get(row).contains(text))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError(text + " is not on\n" + screen()));
    }

    String screen() {
        return call("capture-pane", "-p");
    }

    @Override
    public void close() {
        call("kill-server");
    }

    private String call(String... arguments) {
        List<String> command = new ArrayList<>(List.of("tmux", "-u", "-S", socket.toString(), "-f", "/dev/null"));
        command.addAll(List.of(arguments));
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            try (InputStream said = process.getInputStream()) {
                String text = new String(said.readAllBytes(), StandardCharsets.UTF_8);
                assertThat(process.waitFor(CALL_SECONDS_MAX, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).as(text).isZero();
                return text;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while tmux was asked", e);
        }
    }
}
