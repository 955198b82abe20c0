package dev.almanac.bench.suite;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The events of the load, by number: each round books every resource once, from calendars in turn; every second round
 * books at the same times as the one before, from other calendars.
 */
public record Bookings(List<String> calendars, List<String> resources, Instant first) {
    private static final int CALENDARS = 20;
    private static final int RESOURCES = 50;
    private static final Duration LENGTH = Duration.ofHours(1);
    private static final Duration APART = Duration.ofHours(2);

    public Bookings {
        calendars = List.copyOf(calendars);
        resources = List.copyOf(resources);
    }

    public static Bookings in(Api api) throws IOException, InterruptedException {
        List<String> calendars = new ArrayList<>();
        for (int i = 0; i < CALENDARS; i++) {
            calendars.add(api.create("/calendars", calendar("Calendar " + i)));
        }
        List<String> resources = new ArrayList<>();
        for (int i = 0; i < RESOURCES; i++) {
            resources.add(api.create("/resources", Map.of("name", "R" + i, "resourceType", "EQUIPMENT")));
        }
        Instant today = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS);
        return new Bookings(calendars, resources, today.plus(30, ChronoUnit.DAYS));
    }

    private static Map<String, Object> calendar(String name) {
        return Map.of(
                "name", name,
                "calendarType", "DEPARTMENT",
                "ownerId", "owner-1",
                "ownerType", "ORGANIZATION",
                "timeZone", "Europe/Berlin",
                "maxConcurrentEvents", 1000);
    }

    /** The body of {@code POST /schedules}. */
    Map<String, Object> event(int number) {
        Instant start = first.plus(APART.multipliedBy(round(number) / 2));
        return Map.of(
                "calendarId", calendars.get(number % calendars.size()),
                "title", "Event " + number,
                "startDateTime", start.toString(),
                "endDateTime", start.plus(LENGTH).toString(),
                "timeZone", "Europe/Berlin",
                "resources", List.of(Map.of("resourceId", resources.get(number % resources.size()))));
    }

    /** Whether it needs a resource at a time when an earlier event needs it. */
    boolean collides(int number) {
        return round(number) % 2 == 1;
    }

    /** The one with which it collides. */
    int rival(int number) {
        return number - resources.size();
    }

    private int round(int number) {
        return number / resources.size();
    }
}
