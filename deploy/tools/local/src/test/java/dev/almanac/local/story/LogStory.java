package dev.almanac.local.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What people say, are called, and keep secret is in no log, whatever becomes of their requests. */
final class LogStory {
    private static final String MARK = "Zq7731";
    private static final Instant NOON = Instant.parse("2033-02-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private LogStory() {}

    static void isToldBy(Suite suite, Path logs) throws IOException, InterruptedException {
        Client zora = new Client(suite, "zora-" + MARK, "manager");
        List<String> secrets = new ArrayList<>(List.of(MARK, signature(zora.token())));
        String hall = zora.create("/calendars", Client.calendar("Hall " + MARK, "VENUE", 1));
        String nurse = zora.create("/resources", Map.of("name", "Nurse " + MARK, "resourceType", "STAFF"));
        Map<String, Object> event = Client.event(hall, "Surgery of " + MARK, NOON, HOUR);
        event.put("tags", List.of(MARK.toLowerCase(java.util.Locale.ROOT)));
        event.put("resources", List.of(Map.of("resourceId", nurse)));
        String booked = zora.create("/schedules", event);
        move(zora, booked);
        zora.post("/schedules", Client.event(hall, "In the way, " + MARK, NOON.plus(HOUR.multipliedBy(2)), HOUR));
        secrets.addAll(secrets(zora, hall));
        refused(zora, hall);
        zora.get("/schedules?q=" + MARK);
        zora.query("GET", "/schedules/" + MARK);
        zora.query("GET", "/calendars/" + hall + "/feed.ics?token=" + MARK);
        zora.query("GET", "/schedules?" + MARK + "=1");

        assertThat(lines(logs)).isNotEmpty();
        for (String secret : secrets) {
            assertThat(lines(logs)).noneMatch(line -> line.contains(secret));
        }
    }

    private static void move(Client zora, String booked) throws IOException, InterruptedException {
        String later = NOON.plus(HOUR.multipliedBy(2)).toString();
        assertThat(zora.post(
                                "/schedules/" + booked + "/reschedule",
                                Map.of("newStartDateTime", later, "reason", MARK + " is ill"))
                        .statusCode())
                .isEqualTo(200);
    }

    /** What is answered once: of a webhook, and of a feed. */
    private static List<String> secrets(Client zora, String hall) throws IOException, InterruptedException {
        var webhook = zora.post(
                "/webhooks", Map.of("url", "http://127.0.0.1:9/" + MARK, "types", List.of("EventRescheduled")));
        var feed = zora.post("/calendars/" + hall + "/feed-tokens", Map.of());
        assertThat(List.of(webhook.statusCode(), feed.statusCode()))
                .as(webhook.body() + feed.body())
                .containsOnly(201);
        return List.of(
                Client.json(webhook).get("secret").asString(),
                Client.json(feed).get("token").asString());
    }

    private static void refused(Client zora, String hall) throws IOException, InterruptedException {
        Map<String, Object> wrong = Client.event(hall, MARK, NOON, HOUR);
        wrong.put("startDateTime", MARK);
        wrong.put("timeZone", MARK + "/" + MARK);
        wrong.put("priority", MARK);
        assertThat(zora.post("/schedules", wrong).statusCode()).isEqualTo(400);
        assertThat(zora.post("/schedules", Map.of(MARK, MARK)).statusCode()).isEqualTo(400);
        zora.post("/schedules", Client.event(hall, MARK + "\u0000", NOON, HOUR));
        zora.postFile(
                "/calendars/" + hall + "/import",
                ("BEGIN:VCALENDAR\nSUMMARY:" + MARK).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        zora.post("/ops/calendar/change-request", Map.of("text", "move " + MARK + " to Monday", "timeZone", "UTC"));
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }

    private static List<String> lines(Path logs) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                lines.addAll(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .lines()
                        .toList());
            }
        }
        return lines;
    }
}
