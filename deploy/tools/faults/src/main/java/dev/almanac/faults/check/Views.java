package dev.almanac.faults.check;

import dev.almanac.faults.check.Shown.Pair;
import dev.almanac.faults.check.Shown.Slot;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads by the front what the views show, as an administrator. */
final class Views implements AutoCloseable {
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration VERIFIED_WITHIN = Duration.ofMinutes(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final int PAGES_MAX = 1000;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String front;
    private final String token;

    Views(String front, String issuer) throws IOException, InterruptedException {
        this.front = front;
        this.token = http.send(
                        HttpRequest.newBuilder(URI.create(issuer + "/token?user=root&roles=admin"))
                                .timeout(ANSWERED_WITHIN)
                                .build(),
                        BodyHandlers.ofString())
                .body()
                .strip();
    }

    Shown read(Set<String> calendars) throws IOException, InterruptedException {
        Map<String, Slot> events = new HashMap<>();
        for (String calendar : calendars) {
            pages(
                    "/schedules?calendarId=" + calendar,
                    item -> events.put(
                            item.get("scheduleId").asString(),
                            new Slot(time(item, "startDateTime"), time(item, "endDateTime"))));
        }
        Set<Pair> conflicts = new HashSet<>();
        pages("/schedules/conflicts?status=DETECTED", item -> {
            if (item.path("resourceId").isString()) {
                conflicts.add(Pair.of(
                        item.get("scheduledEventId").asString(),
                        item.get("conflictingEventId").asString()));
            }
        });
        return new Shown(events, conflicts, Set.of());
    }

    /** Documents that are not what the topics say, by the suite's own verification. */
    Set<String> wrong() throws IOException, InterruptedException {
        Instant began = latest().map(Views::startedAt).orElse(Instant.EPOCH);
        ask("POST", "/ops/projections/verify");
        long deadline = System.nanoTime() + VERIFIED_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Thread.sleep(BETWEEN_LOOKS);
            JsonNode report = latest().orElse(null);
            if (report != null && startedAt(report).isAfter(began)) {
                return wrong(report);
            }
        }
        return Set.of("no verification has ended");
    }

    private static Set<String> wrong(JsonNode report) {
        Set<String> wrong = new HashSet<>();
        if (!report.path("outcome").asString("").equals("FINISHED")) {
            wrong.add("the verification ended by " + report.path("outcome") + " " + report.path("failure"));
        }
        report.path("differences")
                .forEach(document -> wrong.add(document.path("view").asString("") + " " + document.path("id") + " "
                        + document.path("kind") + " " + document.path("fields")));
        return wrong;
    }

    private Optional<JsonNode> latest() throws IOException, InterruptedException {
        JsonNode report = ask("GET", "/ops/projections/verify").path("report");
        return report.isObject() ? Optional.of(report) : Optional.empty();
    }

    private static Instant startedAt(JsonNode report) {
        return Instant.parse(report.get("startedAt").asString());
    }

    private static Instant time(JsonNode item, String field) {
        return Instant.parse(item.get(field).asString());
    }

    private void pages(String path, Consumer<JsonNode> each) throws IOException, InterruptedException {
        String cursor = "";
        for (int page = 0; page < PAGES_MAX; page++) {
            JsonNode answer = ask(
                    "GET",
                    path + "&limit=1000"
                            + (cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8)));
            answer.get("items").forEach(each);
            cursor = answer.path("nextCursor").asString("");
            if (cursor.isEmpty()) {
                return;
            }
        }
        throw new IOException(path + " has no end");
    }

    private JsonNode ask(String method, String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(front + "/api/v1" + path))
                        .timeout(ANSWERED_WITHIN)
                        .header("Authorization", "Bearer " + token)
                        .method(method, BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        if (answer.statusCode() >= 300 && answer.statusCode() != 409) {
            throw new IOException(method + " " + path + " is answered by " + answer.statusCode() + " " + answer.body());
        }
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
