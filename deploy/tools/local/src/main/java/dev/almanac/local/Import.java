package dev.almanac.local;

import dev.almanac.local.machine.Probe;
import dev.almanac.local.machine.StartFailure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Imports iCalendar files through the API, each into a calendar that is named after it. */
record Import(Suite suite) {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final JsonMapper JSON = new JsonMapper();
    /** A file of somebody's past overlaps as it likes. */
    private static final int CONCURRENT_EVENTS = 1000;

    String of(Path file) throws InterruptedException {
        String name = name(file);
        String token = send(HttpRequest.newBuilder(URI.create(suite.issuerUrl() + "/token?user=ana&roles=manager")))
                .body();
        String calendarId = calendar(name, token);
        HttpResponse<String> answer = send(commands("/calendars/" + calendarId + "/import", token)
                .header("Content-Type", "text/calendar")
                .POST(content(file)));
        return name + " (calendar " + calendarId + "): " + answer.body();
    }

    private String calendar(String name, String token) throws InterruptedException {
        String body = JSON.writeValueAsString(Map.of(
                "name", name,
                "calendarType", "MASTER",
                "ownerId", "ana",
                "ownerType", "ORGANIZATION",
                "timeZone", "UTC",
                "maxConcurrentEvents", CONCURRENT_EVENTS));
        HttpResponse<String> answer = send(commands("/calendars", token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
        if (answer.statusCode() != 201) {
            throw new StartFailure("the calendar " + name + " was refused: " + answer.body());
        }
        return JSON.readTree(answer.body()).get("id").asString();
    }

    private HttpRequest.Builder commands(String path, String token) {
        return HttpRequest.newBuilder(URI.create(suite.commandUrl() + "/api/v1" + path))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return Probe.HTTP.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartFailure("the import failed: " + e);
        }
    }

    private static HttpRequest.BodyPublisher content(Path file) {
        try {
            return BodyPublishers.ofFile(file);
        } catch (IOException e) {
            throw new StartFailure("cannot read " + file);
        }
    }

    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".ics") ? name.substring(0, name.length() - ".ics".length()) : name;
    }
}
