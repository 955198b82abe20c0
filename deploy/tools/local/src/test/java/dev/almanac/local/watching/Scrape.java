package dev.almanac.local.watching;

import dev.almanac.local.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the services say of themselves, as Prometheus hears it.
 *
 * @param samples of each metric the labels of its samples
 */
public record Scrape(Map<String, List<Map<String, String>>> samples) {
    private static final Pattern SAMPLE = Pattern.compile("([A-Za-z_:][A-Za-z0-9_:]*)(?:\\{(.*)})? \\S+");
    private static final Pattern LABEL = Pattern.compile("([A-Za-z_]\\w*)=\"((?:[^\"\\\\]|\\\\.)*)\"");
    /** Prometheus adds these to what it hears. */
    private static final Set<String> OF_PROMETHEUS = Set.of("instance", "job");

    /** Of all services. */
    public static Scrape of(Ports ports) throws IOException, InterruptedException {
        Map<String, List<Map<String, String>>> samples = new TreeMap<>();
        for (int port : services(ports)) {
            text(port).lines().forEach(line -> add(line, samples));
        }
        return new Scrape(samples);
    }

    public static List<Integer> services(Ports ports) {
        return List.of(
                ports.commandService(),
                ports.queryService(),
                ports.conflictDetector(),
                ports.ruleExpander(),
                ports.front());
    }

    /** As one service answers. */
    public static String text(int port) throws IOException, InterruptedException {
        return text(port, "text/plain");
    }

    /** With exemplars of traces. */
    public static String openMetrics(int port) throws IOException, InterruptedException {
        return text(port, "application/openmetrics-text; version=1.0.0");
    }

    private static String text(int port, String format) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI metrics = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(metrics).header("Accept", format).build(),
                    BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() != 200) {
                throw new AssertionError(metrics + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        }
    }

    private static void add(String line, Map<String, List<Map<String, String>>> samples) {
        Matcher sample = SAMPLE.matcher(line);
        if (!line.startsWith("#") && sample.matches()) {
            Map<String, String> labels = new TreeMap<>();
            Matcher label = LABEL.matcher(sample.group(2) == null ? "" : sample.group(2));
            while (label.find()) {
                labels.put(label.group(1), label.group(2));
            }
            samples.computeIfAbsent(sample.group(1), _ -> new ArrayList<>()).add(labels);
        }
    }

    /** What is wrong with it; nothing if somebody says what is asked for. */
    List<String> missing(PromQl.Selector asked) {
        List<Map<String, String>> said = samples.get(asked.metric());
        if (said == null) {
            return List.of("no service says " + asked.metric());
        }
        List<String> missing = new ArrayList<>();
        for (String label : asked.labels()) {
            if (!OF_PROMETHEUS.contains(label) && said.stream().noneMatch(labels -> labels.containsKey(label))) {
                missing.add(asked.metric() + " has no label " + label);
            }
        }
        asked.equal().forEach((label, value) -> {
            if (!OF_PROMETHEUS.contains(label) && said.stream().noneMatch(labels -> value.equals(labels.get(label)))) {
                missing.add(asked.metric() + " never has " + label + "=" + value + ", but " + values(said, label));
            }
        });
        return missing;
    }

    private static Set<String> values(List<Map<String, String>> said, String label) {
        Set<String> values = new TreeSet<>();
        said.forEach(labels -> values.add(String.valueOf(labels.get(label))));
        return values;
    }
}
