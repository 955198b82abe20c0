package dev.almanac.faults.load;

import dev.almanac.faults.history.History;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the load is about: a calendar with room for all, a small one, and resources that events compete for.
 *
 * @param roomy where events need a resource each
 * @param small with room for few at once
 * @param start from when on there are events
 */
public record Stage(String roomy, String small, List<String> resources, Instant start) {
    private static final int RESOURCES = 20;
    private static final int RULES = 20;
    private static final int ROOM = 100_000;
    private static final int LITTLE_ROOM = 3;
    private static final Duration WITHIN = Duration.ofSeconds(60);

    public Stage {
        resources = List.copyOf(resources);
    }

    /** Makes all of it, and rules of which one is due every few seconds. */
    public static Stage set(Client client, History history) throws InterruptedException {
        Instant start = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
        String roomy = created(client, "/calendars", calendar("Load", "DEPARTMENT", ROOM));
        String small = created(client, "/calendars", calendar("Hall", "VENUE", LITTLE_ROOM));
        List<String> resources = new ArrayList<>();
        for (int i = 0; i < RESOURCES; i++) {
            resources.add(created(client, "/resources", Map.of("name", "Beamer " + i, "resourceType", "EQUIPMENT")));
        }
        List<String> rules = new ArrayList<>();
        for (int i = 0; i < RULES; i++) {
            rules.add(created(client, "/schedules/rules", rule(i, start)));
        }
        history.noted("calendars", List.of(roomy, small));
        history.noted("resources", resources);
        history.noted("rules", rules);
        return new Stage(roomy, small, resources, start);
    }

    public static String created(Client client, String path, Object body) throws InterruptedException {
        Answer answer = client.write("POST", path, body, WITHIN)
                .orElseThrow(() -> new IllegalStateException("nobody answers POST " + path));
        if (answer.status() != 201) {
            throw new IllegalStateException("POST " + path + " is answered by " + answer);
        }
        return answer.text("id");
    }

    private static Map<String, Object> calendar(String name, String type, int room) {
        return Map.of(
                "name",
                name,
                "calendarType",
                type,
                "ownerId",
                "owner-1",
                "ownerType",
                "ORGANIZATION",
                "timeZone",
                "Europe/Berlin",
                "maxConcurrentEvents",
                room);
    }

    /** Every minute, each some seconds after the one before. */
    private static Map<String, Object> rule(int number, Instant near) {
        Instant anchor = near.minus(60, ChronoUnit.DAYS).plusSeconds(number * 60L / RULES);
        return Map.of(
                "name",
                "Minutely " + number,
                "recurrence",
                Map.of("every", "PT1M", "anchor", anchor.toString()),
                "timeZone",
                "UTC",
                "queue",
                "faults",
                "jobTemplate",
                Map.of("type", "probe", "timeoutSeconds", 3600),
                "options",
                Map.of("catchUp", "ALL", "overlap", "ALLOW", "maxConcurrent", 100));
    }

    /** One hour on the calendar. */
    public Map<String, Object> event(String calendar, String title, Instant from, List<String> needed) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("calendarId", calendar);
        event.put("title", title);
        event.put("startDateTime", from.toString());
        event.put("endDateTime", from.plus(1, ChronoUnit.HOURS).toString());
        event.put("timeZone", "Europe/Berlin");
        event.put(
                "resources", needed.stream().map(id -> Map.of("resourceId", id)).toList());
        return event;
    }
}
