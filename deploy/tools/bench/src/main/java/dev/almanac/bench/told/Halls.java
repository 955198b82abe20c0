package dev.almanac.bench.told;

import dev.almanac.bench.suite.Api;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Calendars with an event each, which a manager moves. */
record Halls(Api manager, List<String> events, Instant first) {
    private static final Duration LENGTH = Duration.ofHours(1);

    Halls {
        events = List.copyOf(events);
    }

    /** One for each owner. */
    static Halls of(Api manager, List<String> owners) throws IOException, InterruptedException {
        Instant first = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
        List<String> events = new ArrayList<>();
        for (String owner : owners) {
            String calendar = manager.create("/calendars", calendar(owner));
            events.add(manager.create("/schedules", event(calendar, first, List.of())));
        }
        return new Halls(manager, events, first);
    }

    static Map<String, Object> calendar(String owner) {
        return Map.of(
                "name",
                "Hall of " + owner,
                "calendarType",
                "VENUE",
                "ownerId",
                owner,
                "ownerType",
                "ORGANIZATION",
                "timeZone",
                "Europe/Berlin",
                "maxConcurrentEvents",
                1000);
    }

    static Map<String, Object> event(String calendar, Instant start, List<String> reminders) {
        return Map.of(
                "calendarId",
                calendar,
                "title",
                "Talk",
                "startDateTime",
                start.toString(),
                "endDateTime",
                start.plus(LENGTH).toString(),
                "timeZone",
                "Europe/Berlin",
                "reminders",
                reminders);
    }

    /** Moves an event for the so manieth time; answers the id of the change. */
    String move(int event, int time) throws IOException, InterruptedException {
        Instant to = first.plus(LENGTH.multipliedBy(time + 1L));
        HttpResponse<String> answer = manager.post(
                "/schedules/" + events.get(event) + "/reschedule", Map.of("newStartDateTime", to.toString()));
        JsonNode body = Api.JSON.readTree(answer.body());
        if (answer.statusCode() != 200) {
            throw new IOException("a move answers " + answer.statusCode() + " " + body);
        }
        return body.get("changeId").asString();
    }
}
