package dev.almanac.query.resources.availability;

import static dev.almanac.testing.Api.json;
import static dev.almanac.testing.Examples.at;
import static dev.almanac.testing.Examples.calendar;
import static dev.almanac.testing.Examples.event;
import static dev.almanac.testing.Examples.id;
import static dev.almanac.testing.Examples.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.resource.ResourceChange.ResourceMarkedUnavailable;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;

/** Whether a resource is free, and when else. */
@OnRealParts
class ResourceAvailabilityIT {
    private final String calendar = "cal-" + id();
    private final String resource = "res-" + id();

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void open() {
        feeder.store(calendar(calendar, "Hall " + calendar));
        feeder.store(resource(resource, "Great Hall"));
    }

    @Test
    void tells_when_a_resource_is_out() {
        long position = feeder.store(
                new ResourceMarkedUnavailable("out-1", resource, at("10T00:00"), at("12T00:00"), "repair", "ana"));

        api.get(
                        "/resources/" + resource + "/availability?from=2026-03-11T00:00:00Z&till=2026-03-13T00:00:00Z",
                        position)
                .jsonPath("$.available")
                .isEqualTo(false)
                .jsonPath("$.unavailablePeriods[0].reason")
                .isEqualTo("repair");
    }

    @Test
    void sch_032_checks_a_resource_with_a_buffer_and_says_what_is_in_the_way() {
        api.get("/calendars", feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource)));

        check("{'resourceId':'%s','startDateTime':'2026-03-03T10:10:00Z','endDateTime':'2026-03-03T11:40:00Z'}")
                .json("""
                        {"resourceId":"%s","resourceName":"Great Hall","resourceType":"VENUE",
                         "checkStartTime":"2026-03-03T10:10:00Z","checkEndTime":"2026-03-03T11:40:00Z",
                         "bufferMinutes":15,"isAvailable":false,"unavailableReason":"Less than 15 minutes from Talk",
                         "availableSlots":[{"startDateTime":"2026-03-03T10:40:00Z","endDateTime":"2026-03-03T11:40:00Z",
                           "localStart":"2026-03-03T11:40:00+01:00","localEnd":"2026-03-03T12:40:00+01:00",
                           "duration":"PT1H","isAvailable":true}]}""".formatted(resource), JsonCompareMode.STRICT);
        check("{'resourceId':'%s','startDateTime':'2026-03-03T10:10:00Z','endDateTime':'2026-03-03T11:40:00Z',"
                        + "'bufferMinutes':0}")
                .jsonPath("$.isAvailable")
                .isEqualTo(true)
                .jsonPath("$.unavailableReason")
                .doesNotExist();
        check("{'resourceId':'%s','startDateTime':'2026-03-03T09:30:00Z','endDateTime':'2026-03-03T11:40:00Z'}")
                .jsonPath("$.unavailableReason")
                .isEqualTo("Already booked for Talk");
    }

    @Test
    void sch_033_checks_up_to_fifty_resources_at_once() {
        String other = "res-" + UUID.randomUUID();
        feeder.store(resource(other, "Small Hall"));
        api.get("/calendars", feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource)));
        String when = "'startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z'";

        asked("check-multiple", "{'resourceIds':['" + other + "','" + resource + "','" + other + "']," + when + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.allAvailable")
                .isEqualTo(false)
                .jsonPath("$.results[*].resourceName")
                .isEqualTo(List.of("Small Hall", "Great Hall"))
                .jsonPath("$.results[*].isAvailable")
                .isEqualTo(List.of(true, false));

        List<String> fifty =
                IntStream.range(0, 50).mapToObj(i -> "many-" + i + resource).toList();
        fifty.forEach(id -> feeder.store(resource(id, id)));
        api.get("/calendars", feeder.store(resource("one-more-" + resource, "One more")));
        asked("check-multiple", "{'resourceIds':['" + String.join("','", fifty) + "']," + when + "}")
                .isOk()
                .expectBody()
                .jsonPath("$.allAvailable")
                .isEqualTo(true)
                .jsonPath("$.results[*].resourceId")
                .isEqualTo(fifty);
        asked("check-multiple", "{'resourceIds':['" + resource + "','" + String.join("','", fifty) + "']," + when + "}")
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:scheduling:problem:too-many-resources")
                .jsonPath("$.rule")
                .isEqualTo("SCH-033")
                .jsonPath("$.errors.resourceIds[0]")
                .isEqualTo("at most 50");
    }

    @Test
    void asks_the_store_no_more_often_for_fifty_than_for_one() {
        List<String> fifty =
                IntStream.range(0, 50).mapToObj(i -> "few-" + i + resource).toList();
        fifty.forEach(id -> feeder.store(resource(id, id)));
        String[] all = fifty.toArray(String[]::new);
        api.get("/calendars", feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", all)));

        // The resources, what claims them, and the titles of that. Whoever else asks meanwhile only adds to it.
        assertThat(IntStream.rangeClosed(1, 5)
                        .mapToDouble(minute -> findsFor(fifty, minute))
                        .min())
                .hasValue(3);
    }

    /** How often the store is asked; each time for a moment for which no answer is kept. */
    private double findsFor(List<String> resources, int minute) {
        String when = "'startDateTime':'2026-03-03T09:0%d:00Z','endDateTime':'2026-03-03T10:00:00Z'}".formatted(minute);
        double before = finds();
        asked("check-multiple", "{'resourceIds':['" + String.join("','", resources) + "']," + when)
                .isOk()
                .expectBody()
                .jsonPath("$.results[49].unavailableReason")
                .isEqualTo("Already booked for Talk");
        return finds() - before;
    }

    /** Of the views that such a request asks. */
    private double finds() {
        return Stream.of("resources", "entries", "schedules")
                .flatMap(view -> meters.find("mongodb.driver.commands").tag("command", "find").timers().stream()
                        .filter(timer -> String.valueOf(timer.getId().getTag("collection"))
                                .startsWith(view + "_g")))
                .mapToLong(Timer::count)
                .sum();
    }

    @Test
    void sch_034_offers_slots_every_half_hour() {
        feeder.store(new ResourceMarkedUnavailable("out-2", resource, at("03T12:00"), at("03T20:00"), "repair", "ana"));
        long position = feeder.store(event(id(), calendar, "Talk", "03T09:00", "03T10:00", resource));
        String path =
                "/resources/" + resource + "/availability/slots?from=2026-03-03T08:00:00Z&till=2026-03-03T13:00:00Z";

        api.get(path, position)
                .jsonPath("$.availableSlots[*].startDateTime")
                .isEqualTo(List.of("2026-03-03T08:00:00Z", "2026-03-03T10:30:00Z", "2026-03-03T11:00:00Z"))
                .jsonPath("$.availableSlots[0].localStart")
                .isEqualTo("2026-03-03T09:00:00+01:00")
                .jsonPath("$.bufferMinutes")
                .isEqualTo(15);
        api.get(path + "&durationMinutes=90&bufferMinutes=0&timezone=Asia/Tokyo", position)
                .jsonPath("$.availableSlots[*].localStart")
                .isEqualTo(List.of("2026-03-03T19:00:00+09:00", "2026-03-03T19:30:00+09:00"))
                .jsonPath("$.availableSlots[0].duration")
                .isEqualTo("PT1H30M");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resourceId    | {'startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z'}",
                "startDateTime | {'resourceId':'r','endDateTime':'2026-03-03T10:00:00Z'}",
                "startDateTime | {'resourceId':'r','startDateTime':'tomorrow','endDateTime':'2026-03-03T10:00:00Z'}",
                "startDateTime | {'resourceId':'r','startDateTime':'-100000000-01-01T00:00:00Z','endDateTime':'2026-03-03T10:00:00Z'}",
                "endDateTime   | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T09:00:00Z'}",
                "endDateTime   | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-04-03T09:00:01Z'}",
                "bufferMinutes | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z','bufferMinutes':-1}",
                "bufferMinutes | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z','bufferMinutes':1441}",
                "bufferMinutes | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z','bufferMinutes':'x'}",
                "colour        | {'resourceId':'r','startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z','colour':1}",
                "body          | []"
            })
    void names_the_field_of_a_check_that_is_not_valid(String field, String body) {
        asked("check", body)
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors." + field + "[0]")
                .isNotEmpty();
    }

    @Test
    void a_check_of_what_is_not_there_names_it() {
        String when = "'startDateTime':'2026-03-03T09:00:00Z','endDateTime':'2026-03-03T10:00:00Z'}";
        asked("check", "{'resourceId':'none'," + when).isNotFound();
        asked("check-multiple", "{'resourceIds':['" + resource + "','none']," + when)
                .isNotFound()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("no resource has the id none");
        for (String ids : List.of("", "'resourceIds':[],", "'resourceIds':[null],")) {
            asked("check-multiple", "{" + ids + when)
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors.resourceIds[0]")
                    .isNotEmpty();
        }
    }

    private BodyContentSpec check(String body) {
        return asked("check", body.formatted(resource)).isOk().expectBody();
    }

    private StatusAssertions asked(String check, String body) {
        return api.post("/resources/availability/" + check, json(body)).expectStatus();
    }
}
