package dev.almanac.query.http;

import static dev.almanac.testing.Api.json;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.resource;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.StatusAssertions;
import tools.jackson.databind.JsonNode;

/** Every range of a read, in the ways in which one may be given. */
@OnRealParts
class RangesIT {
    private final String calendar = "cal-" + id();
    private final String resource = "res-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        feeder.store(resource(resource, "Great Hall"));
    }

    @Test
    void every_range_of_a_read_takes_local_times_of_the_zone_beside_it_and_no_end_before_its_start() {
        List<String> swept = new ArrayList<>();
        for (Range range : ranges()) {
            String from = range.path() + "?" + range.from() + "=";
            String till = "&" + range.till() + "=";
            String berlin = "&timeZone=Europe/Berlin";
            assertThat(faults(from + "2026-03-04T00:00:00Z" + till + "2026-03-03T00:00:00Z"))
                    .as("%s backwards", range)
                    .contains("\"" + range.till() + "\"");
            assertThat(faults(from + "2026-03-03T00:00:00" + till + "2026-03-04T00:00:00Z"))
                    .as("%s local without a zone", range)
                    .contains("\"" + range.from() + "\"");
            assertThat(faults(from + "2026-03-03T00:00:00" + till + "2026-03-04T00:00:00&timeZone=Mars/Olympus"))
                    .as("%s in no zone", range)
                    .contains("\"timeZone\"");
            for (String[] local : new String[][] {
                {"2026-03-29T02:30", "2026-03-29T01:30:00Z", "2026-03-30T00:00:00", "2026-03-29T22:00:00Z", "skipped"},
                {"2026-10-25T02:30:00", "2026-10-25T00:30:00Z", "2026-10-26T00:00", "2026-10-25T23:00:00Z", "twice"}
            }) {
                String instants = from + local[1] + till + local[3] + berlin;
                api.http()
                        .get()
                        .uri(from + local[0] + till + local[2] + berlin)
                        .exchange()
                        .expectStatus()
                        .isOk()
                        .expectHeader()
                        .value("Adjusted-Times", note -> assertThat(note).contains(local[4]))
                        .expectBody(String.class)
                        .isEqualTo(api.body(instants));
            }
            swept.add(range.path());
        }
        assertThat(swept)
                .contains(
                        "/schedules",
                        "/schedules/window",
                        "/schedules/conflicts",
                        "/runs",
                        "/ops/calendar/events",
                        "/calendar/events");
    }

    @Test
    void every_range_of_a_body_takes_local_times_of_the_zone_beside_it() {
        String resources = "'resourceId':'" + resource + "',";
        Map<String, String> bodies = Map.of(
                "/resources/availability/check", resources + "'startDateTime':'%s','endDateTime':'%s'",
                "/resources/availability/check-multiple",
                        "'resourceIds':['" + resource + "'],'startDateTime':'%s','endDateTime':'%s'",
                "/schedules/conflicts/detect", resources + "'from':'%s','till':'%s'",
                "/recurrences/preview", "'recurrence':{'cron':'0 9 * * *'},'from':'%s','till':'%s'");
        feeder.store(resource(resource, "Great Hall"));
        api.get("/resources/" + resource, feeder.store(resource(resource, "Great Hall")));
        bodies.forEach((path, body) -> {
            String berlin = "{'timeZone':'Europe/Berlin'," + body + "}";
            String instants = posted(path, berlin.formatted("2026-03-29T01:30:00Z", "2026-03-29T22:00:00Z"))
                    .isOk()
                    .expectBody(String.class)
                    .returnResult()
                    .getResponseBody();
            posted(path, berlin.formatted("2026-03-29T02:30", "2026-03-30T00:00"))
                    .isOk()
                    .expectHeader()
                    .value("Adjusted-Times", note -> assertThat(note).contains("skipped"))
                    .expectBody(String.class)
                    .isEqualTo(instants);
            posted(path, berlin.formatted("2026-03-29T22:00:00Z", "2026-03-29T01:30:00Z"))
                    .isBadRequest();
            if (!path.contains("preview")) {
                posted(path, "{" + body.formatted("2026-03-29T02:30", "2026-03-30T00:00") + "}")
                        .isBadRequest()
                        .expectBody(String.class)
                        .value(problem -> assertThat(problem).contains("name its timeZone"));
            }
        });
        posted(
                        "/recurrences/preview",
                        "{'recurrence':{'cron':'0 9 * * *'},'timeZone':'UTC',"
                                + "'from':'2026-01-01T00:00:00Z','till':'2026-01-02T00:00:00Z','until':'2026-01-02T00:00:00Z'}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.until[0]")
                .isNotEmpty();
    }

    private StatusAssertions posted(String path, String body) {
        return api.post(path, json(body)).expectStatus();
    }

    private String faults(String path) {
        return requireNonNull(api.http()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody());
    }

    record Range(String path, String from, String till) {}

    /** Of all reads, older spellings too. */
    private List<Range> ranges() {
        JsonNode paths = OpenApiDocument.served(api).get("paths");
        List<Range> ranges = new ArrayList<>();
        paths.properties().forEach(path -> {
            List<String> names = path.getValue()
                    .path("get")
                    .path("parameters")
                    .valueStream()
                    .map(parameter -> parameter.get("name").stringValue())
                    .toList();
            String filled = path.getKey()
                    .substring("/api/v1".length())
                    .replace("{resourceId}", resource)
                    .replace("{calendarId}", calendar);
            if (names.containsAll(List.of("from", "till"))) {
                ranges.add(new Range(filled, "from", "till"));
            }
            if (names.containsAll(List.of("start", "end"))) {
                ranges.add(new Range(filled, "start", "end"));
            }
        });
        return ranges;
    }
}
