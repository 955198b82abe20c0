package dev.almanac.query.resources.list;

import static dev.almanac.query.support.RealParts.PATIENCE;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.occurrence;
import static dev.almanac.testing.Examples.resource;
import static dev.almanac.testing.Examples.series;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.events.resource.ResourceChange.ResourceRegistered;
import dev.almanac.events.resource.ResourceClaim;
import dev.almanac.events.resource.ResourceProfile;
import dev.almanac.events.resource.ResourceRole;
import dev.almanac.events.resource.ResourceType;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Resources, and what became of them. */
@OnRealParts
class ResourcesIT {
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
    void lists_resources_and_reads_one_with_its_outages_and_its_past() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        long position = feeder.store(resource(resource, "Great Hall"));
        api.get("/resources?limit=1000", position)
                .jsonPath("$.items[?(@.id == '" + resource + "')].resourceType")
                .isNotEmpty();
        api.get("/resources/" + resource)
                .jsonPath("$.id")
                .isEqualTo(resource)
                .jsonPath("$.name")
                .isNotEmpty();
        api.get("/resources/" + resource + "/history")
                .jsonPath("$.items[0].type")
                .isEqualTo("ResourceRegistered.v1")
                .jsonPath("$.items[0].by")
                .isNotEmpty();
        api.get("/calendars/" + calendar + "/history")
                .jsonPath("$.items[0].type")
                .isEqualTo("CalendarCreated.v1")
                .jsonPath("$.items[0].after.profile.name")
                .isNotEmpty();
        api.problem("/resources/none", 404, "not-found");
    }

    @Test
    void finds_resources_by_type_and_words_page_by_page_with_tags() {
        String words = "Projector " + calendar;
        feeder.store(new ResourceRegistered(
                resource + "-1", new ResourceProfile(words + " 1", ResourceType.EQUIPMENT, null, calendar, null)));
        long position = feeder.store(new ResourceRegistered(
                resource + "-2", new ResourceProfile(words + " 2", ResourceType.EQUIPMENT, null, null, null)));
        String path = "/resources?q=" + words.toLowerCase(Locale.ROOT) + "&type=EQUIPMENT";
        Map<String, Object> first = api.map(path + "&limit=1", position);
        api.get(path + "&limit=1&cursor=" + first.get("nextCursor"))
                .jsonPath("$.items[*].id")
                .isEqualTo(resource + "-2")
                .jsonPath("$.nextCursor")
                .isEmpty();
        api.get(path + "&calendarId=" + calendar).jsonPath("$.items[*].id").isEqualTo(resource + "-1");
        api.get("/resources?q=" + words + "&type=VENUE")
                .jsonPath("$.items.length()")
                .isEqualTo(0);
        for (String same : List.of(path, "/resources/" + resource, "/calendars/" + calendar)) {
            String tag = String.valueOf(api.request(same, null)
                    .expectBody()
                    .returnResult()
                    .getResponseHeaders()
                    .getETag());
            api.http()
                    .get()
                    .uri(same)
                    .header("If-None-Match", tag)
                    .exchange()
                    .expectStatus()
                    .isNotModified();
        }
        api.invalid("/resources?type=ROBOT", "type");
        api.invalid("/resources?q=" + "x".repeat(101), "q");
    }

    @Test
    void finds_what_is_to_be_had_for_all_of_a_time_as_the_check_of_availability_sees_it() {
        String words = "Lamp " + calendar;
        for (String name : List.of("booked", "out", "needy", "free")) {
            feeder.store(new ResourceRegistered(
                    resource + name,
                    new ResourceProfile(
                            words + " " + name, ResourceType.EQUIPMENT, null, null, name.equals("needy") ? 45 : null)));
        }
        feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource + "booked"));
        feeder.store(event(id(), calendar, "Tea", "03T09:00", "03T10:00", resource + "needy"));
        String series = id();
        feeder.store(series(series, calendar, "Standup", "05T09:00", "05T10:00"));
        feeder.derive(occurrenceWith(series, resource + "booked"));
        long position = feeder.store(new ResourceMarkedUnavailable(
                "out-1", resource + "out", at("03T11:00"), at("03T12:00"), "repair", "ana"));

        assertThat(toBeHad(words, "03T10:00", "03T10:30", position)).containsExactly("free", "out");
        assertThat(toBeHad(words, "03T10:15", "03T10:40", position)).containsExactly("booked", "free", "out");
        assertThat(toBeHad(words, "03T10:45", "03T10:46", position)).containsExactly("booked", "free", "needy");
        assertThat(toBeHad(words, "03T12:00", "03T13:00", position)).containsExactly("booked", "free", "needy", "out");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(toBeHad(words, "05T09:30", "05T09:45", position))
                        .containsExactly("free", "needy", "out"));
        api.get(
                        "/resources?q=" + words
                                + "&limit=1&timeZone=Europe/Berlin&availableFrom=2026-03-03T11:00:00&availableTill=2026-03-03T11:30:00")
                .jsonPath("$.items[*].name")
                .isEqualTo(words + " free")
                .jsonPath("$.nextCursor")
                .isNotEmpty();
    }

    @Test
    void a_time_that_cannot_be_meant_is_refused_by_name() {
        api.invalid("/resources?availableFrom=2026-03-03T11:00:00Z", "availableTill");
        api.invalid("/resources?availableTill=2026-03-03T11:00:00Z", "availableFrom");
        api.invalid(
                "/resources?availableFrom=2026-03-03T11:00:00Z&availableTill=2026-03-03T11:00:00Z", "availableTill");
        api.problem(
                "/resources?availableFrom=2026-03-03T11:00:00Z&availableTill=2026-05-03T11:00:00Z",
                400,
                "range-too-wide");
    }

    private List<String> toBeHad(String words, String from, String till, long position) {
        Object items = api.map(
                        "/resources?q=" + words + "&availableFrom=" + at(from) + "&availableTill=" + at(till), position)
                .get("items");
        return ((List<?>) Objects.requireNonNull(items))
                .stream()
                        .map(item -> String.valueOf(((Map<?, ?>) item).get("name")))
                        .map(name -> name.substring(name.lastIndexOf(' ') + 1))
                        .toList();
    }

    private OccurrencesMaterialised occurrenceWith(String series, String needed) {
        OccurrencesMaterialised day = occurrence(series, calendar, "05T09:00", "05T10:00");
        return new OccurrencesMaterialised(
                series,
                day.kind(),
                day.seriesVersion(),
                day.day(),
                calendar,
                List.of(new ResourceClaim(needed, ResourceRole.PRIMARY)),
                day.occurrences());
    }
}
