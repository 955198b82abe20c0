package dev.almanac.local.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.local.Ports;
import dev.almanac.local.Suite;
import dev.almanac.local.watching.Scrape;
import dev.almanac.local.watching.Watched;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a scrape of each service costs, and that all that dashboards and alerts ask for is said. */
final class MetricsStory {
    private static final int BYTES_MAX = 150_000;
    private static final Instant EVENING = Instant.parse("2031-05-06T18:00:00Z");
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    private MetricsStory() {}

    static void isToldBy(Suite suite) throws IOException, InterruptedException {
        someLife(new Client(suite, "ana", "manager"));
        Watched.isSaidBy(suite.ports());
        for (int port : Scrape.services(suite.ports())) {
            assertThat(Scrape.text(port).getBytes(UTF_8))
                    .as("a scrape of the service on port %d", port)
                    .hasSizeLessThan(BYTES_MAX);
        }
        isReadByEveryPrometheus(suite.ports());
    }

    /** Version 2.42, of Debian 12, refuses a whole scrape for an exemplar elsewhere. */
    private static void isReadByEveryPrometheus(Ports ports) throws IOException, InterruptedException {
        List<String> exemplars = new ArrayList<>();
        for (int port : Scrape.services(ports)) {
            Scrape.openMetrics(port)
                    .lines()
                    .filter(line -> line.contains(" # {"))
                    .forEach(exemplars::add);
        }
        assertThat(exemplars)
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.substring(0, line.indexOf('{'))).matches(".*(_bucket|_total)"));
    }

    /** A booking, one that is refused, a conflict, a rule that runs, and people who look at it. */
    private static void someLife(Client ana) throws IOException, InterruptedException {
        String hall = ana.create("/calendars", Client.calendar("Measured hall", "VENUE", 1));
        String studio = ana.create("/calendars", Client.calendar("Measured studio", "VENUE", 1));
        String clara = ana.create("/resources", Map.of("name", "Clara", "resourceType", "STAFF"));
        ana.create("/schedules", with(clara, Client.event(hall, "Concert", EVENING, TWO_HOURS)));
        assertThat(ana.post("/schedules", Client.event(hall, "Banquet", EVENING, TWO_HOURS))
                        .statusCode())
                .isEqualTo(409);
        ana.create("/schedules", with(clara, Client.event(studio, "Recording", EVENING, TWO_HOURS)));
        ana.create(
                "/schedules/rules",
                Map.of(
                        "name", "Measured",
                        "queue", "measured",
                        "timeZone", "UTC",
                        "recurrence", Map.of("every", "PT1M", "anchor", "2026-01-01T00:00:00Z"),
                        "jobTemplate", Map.of("type", "sweep")));
        ana.get("/calendars/" + hall + "/daily?date=2031-05-06");
        ana.get("/calendar/events?start=2031-05-01T00:00:00Z&end=2031-05-20T00:00:00Z");
        ana.get("/resources/" + clara + "/availability?from=2031-05-06T00:00:00Z&till=2031-05-07T00:00:00Z");
        ana.get("/schedules/conflicts");
    }

    private static Map<String, Object> with(String resource, Map<String, Object> event) {
        event.put("resources", List.of(Map.of("resourceId", resource)));
        return event;
    }
}
