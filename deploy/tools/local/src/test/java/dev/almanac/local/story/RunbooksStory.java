package dev.almanac.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The commands of the runbooks that ask the suite something, each as it stands there, given to a shell. Those that need a cluster's
 * or a store's own tools are not among them.
 */
final class RunbooksStory {
    private static final Path RUNBOOKS = Path.of("../../../docs/runbooks");
    private static final String FENCE = "```";
    private static final String CONTINUED = "\\";
    /** Where the reader puts an id of their own. */
    private static final String PLACEHOLDER = "…";

    private static final String FILTER = " | ";

    private static final int COMMANDS_MIN = 15;
    private static final long SECONDS_MAX = 30;

    private RunbooksStory() {}

    static void areToldBy(Suite suite, Path folder) throws IOException, InterruptedException {
        List<String> commands = commands();
        assertThat(commands).hasSizeGreaterThan(COMMANDS_MIN);
        // An answer that is an error ends curl with one.
        Files.writeString(folder.resolve(".curlrc"), "fail-with-body\n");
        Map<String, String> environment = environment(suite, folder);
        for (String command : commands) {
            for (String service : services(command, suite.ports())) {
                tried(command, environment, service);
            }
        }
    }

    private static List<String> commands() throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> runbooks = Files.list(RUNBOOKS)) {
            for (Path runbook : runbooks.sorted().toList()) {
                commands.addAll(commands(Files.readAllLines(runbook)));
            }
        }
        return commands.stream()
                .filter(command -> command.startsWith("curl ") && !command.contains(PLACEHOLDER))
                .distinct()
                .toList();
    }

    private static List<String> commands(List<String> lines) {
        List<String> commands = new ArrayList<>();
        boolean fenced = false;
        String begun = "";
        for (String line : lines) {
            if (line.strip().startsWith(FENCE)) {
                fenced = !fenced;
            } else if (fenced) {
                String whole = begun + line.strip();
                // A filter on the next line goes on with the command before.
                begun = whole.endsWith(CONTINUED) ? whole.substring(0, whole.length() - 1) : "";
                if (begun.isEmpty()) {
                    commands.add(whole);
                }
            }
        }
        return commands;
    }

    private static Map<String, String> environment(Suite suite, Path folder) throws IOException, InterruptedException {
        Ports ports = suite.ports();
        return Map.of(
                "CURL_HOME", folder.toString(),
                "ALMANAC", suite.frontUrl(),
                "TOKEN", new Client(suite, "olga", "admin").token(),
                "COMMANDS", suite.commandUrl(),
                "QUERY", suite.queryUrl(),
                "EXPANDER", url(ports.ruleExpander()));
    }

    private static List<String> services(String command, Ports ports) {
        return command.contains("$SERVICE")
                ? Stream.of(ports.commandService(), ports.queryService())
                        .map(RunbooksStory::url)
                        .toList()
                : List.of("");
    }

    private static String url(int port) {
        return "http://localhost:" + port;
    }

    /** What a filter leaves of the answer may be nothing, where nothing is wrong: that the answer came is what is looked at. */
    private static void tried(String command, Map<String, String> environment, String service)
            throws IOException, InterruptedException {
        String asked = command.split(Pattern.quote(FILTER), 2)[0];
        assertThat(output(asked, environment, service)).as(command).isNotBlank();
        if (command.contains(FILTER)) {
            // A filter that finds nothing ends with one. Not every machine has jq.
            output("command -v jq >/dev/null || exit 0; { " + command + "; } || [ $? = 1 ]", environment, service);
        }
    }

    private static String output(String command, Map<String, String> environment, String service)
            throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        shell.environment().putAll(environment);
        shell.environment().put("SERVICE", service);
        Process process = shell.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(SECONDS_MAX, TimeUnit.SECONDS)).as(command).isTrue();
        assertThat(process.exitValue()).as("%s%n%s", command, output).isZero();
        return output;
    }
}
