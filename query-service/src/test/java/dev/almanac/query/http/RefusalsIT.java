package dev.almanac.query.http;

import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.OpenApiDocument;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What no read takes. */
@OnRealParts
class RefusalsIT {
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
    void refuses_in_the_words_of_the_contract() {
        api.problem("/calendars/none", 404, "not-found");
        api.problem("/schedules/none", 404, "not-found");
        api.problem("/schedules/none@20260305T100000", 404, "not-found");
        api.problem("/schedules/conflicts/none", 404, "not-found");
        api.problem("/resources/none/availability", 404, "not-found");
        api.problem("/resources/none/availability/slots", 404, "not-found");
        String slots = "/resources/" + resource + "/availability/slots";
        api.problem(slots + "?from=2026-03-01T00:00:00Z&till=2026-04-01T00:00:01Z", 400, "range-too-wide");
        api.invalid(slots + "?durationMinutes=14", "durationMinutes");
        api.invalid(slots + "?durationMinutes=soon", "durationMinutes");
        api.invalid(slots + "?bufferMinutes=1441", "bufferMinutes");
        api.invalid(slots + "?from=%2B123456789-01-01T00:00:00Z", "from");
        api.invalid("/calendars/" + calendar + "/monthly?date=%2B999999999-12-31", "date");
        api.problem("/nowhere", 404, "not-found");
        api.problem("/schedules?cursor=!", 400, "bad-cursor");
        api.invalid("/schedules?status=SOON", "status");
        api.invalid("/schedules?limit=0", "limit");
        api.invalid("/schedules?from=yesterday", "from");
        api.invalid("/calendars/" + calendar + "/view?viewType=HOURLY", "viewType");
        api.invalid("/calendars/" + calendar + "/view", "viewType");
        api.invalid("/calendars/" + calendar + "/daily?timezone=Mars/Olympus", "timezone");
        api.invalid("/calendars/" + calendar + "/daily?timeZone=Mars/Olympus", "timeZone");
        api.invalid("/calendars/" + calendar + "/daily?date=2026-02-30", "date");
        api.invalid("/calendar/events?start=2026-03-01", "end");
        api.http().post().uri("/schedules").exchange().expectStatus().isEqualTo(405);
    }

    @Test
    void no_list_takes_a_parameter_that_it_does_not_know_and_no_read_an_id_that_nothing_has() {
        List<String> wrong = new ArrayList<>();
        for (String path : paths()) {
            String filled = path.replaceAll("\\{\\w+}", "none");
            String unknown = filled + "?nosuchParameter=1";
            if (api.status(unknown) != 400) {
                wrong.add(unknown + " " + api.status(unknown));
            }
            for (String id :
                    path.contains("{") ? List.of("none", "@", "%00", "a%2Fb", "x".repeat(300)) : List.<String>of()) {
                String malformed = path.replaceAll("\\{\\w+}", id);
                if (api.status(malformed) != 404 && api.status(malformed) != 400) {
                    wrong.add(malformed + " " + api.status(malformed));
                }
            }
        }
        assertThat(wrong).isEmpty();
        api.http()
                .get()
                .uri("/schedules?calendarID=x")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.calendarID[0]")
                .value(message -> assertThat(String.valueOf(message)).contains("'calendarId'"));
    }

    /** Of all reads. */
    private List<String> paths() {
        return OpenApiDocument.served(api).get("paths").properties().stream()
                .filter(path -> path.getValue().has("get"))
                .map(path -> path.getKey().substring("/api/v1".length()))
                .filter(path -> !path.contains("/stream/"))
                .toList();
    }
}
