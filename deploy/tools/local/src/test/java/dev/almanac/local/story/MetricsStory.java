package dev.almanac.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/** What a scrape of each service costs, and that what people look at is in it. */
final class MetricsStory {
    private static final int BYTES_MAX = 150_000;

    private MetricsStory() {}

    static void isToldBy(Ports ports) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int port : List.of(
                    ports.commandService(), ports.queryService(), ports.conflictDetector(), ports.ruleExpander())) {
                assertThat(scrape(http, port).getBytes(UTF_8))
                        .as("a scrape of the service on port %d", port)
                        .hasSizeLessThan(BYTES_MAX);
            }
            assertThat(scrape(http, ports.conflictDetector()))
                    .contains("kafka_stream_thread_", "jvm_memory_used_bytes");
            assertThat(scrape(http, ports.ruleExpander())).contains("scheduling_rule_runs", "kafka_stream_thread_");
            assertThat(scrape(http, ports.queryService())).contains("scheduling_projection_lag_seconds");
            assertThat(scrape(http, ports.commandService())).contains("scheduling_publishing_lag");
        }
    }

    private static String scrape(HttpClient http, int port) throws IOException, InterruptedException {
        URI metrics = URI.create("http://127.0.0.1:" + port + "/actuator/prometheus");
        var answer = http.send(HttpRequest.newBuilder(metrics).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }
}
