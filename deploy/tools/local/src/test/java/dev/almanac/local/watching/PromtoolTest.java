package dev.almanac.local.watching;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Prometheus' own tool, where there is one. {@code ALMANAC_PROMTOOL=required} says that there is. */
class PromtoolTest {
    private static final String SETTING = "ALMANAC_PROMTOOL";

    @Test
    void prometheus_reads_the_rules() throws IOException, InterruptedException {
        run(Stream.concat(Stream.of("check", "rules"), Rule.files().stream().map(Path::toString)));
    }

    @Test
    void every_alert_of_an_objective_goes_off_when_it_should_and_not_before() throws IOException, InterruptedException {
        Path tests = Asked.DEPLOY.resolve("alerts/tests");
        try (Stream<Path> files = Files.list(tests)) {
            run(Stream.concat(Stream.of("test", "rules"), files.sorted().map(Path::toString)));
        }
    }

    @Test
    void every_alert_of_an_objective_has_such_a_test() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.list(Asked.DEPLOY.resolve("alerts/tests"))) {
            for (Path file : files.toList()) {
                tests.append(Files.readString(file));
            }
        }
        assertThat(Rule.all())
                .filteredOn(rule -> rule.isAlert() && rule.file().equals("objectives.yaml"))
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(tests.toString())
                        .contains("alertname: " + rule.name() + "\n")
                        .contains("alertname: " + rule.name() + "\n        exp_alerts:\n          -"));
    }

    private static void run(Stream<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(promtool()));
        arguments.forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private static String promtool() {
        Optional<Path> found = Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "promtool"))
                .filter(Files::isExecutable)
                .findFirst();
        boolean isRequired = "required".equals(System.getenv(SETTING));
        assumeTrue(isRequired || found.isPresent(), "skipped: promtool is not installed here");
        return found.orElseThrow(() -> new AssertionError(SETTING + "=required, and there is no promtool"))
                .toString();
    }
}
