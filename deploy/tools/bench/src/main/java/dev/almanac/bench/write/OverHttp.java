package dev.almanac.bench.write;

import dev.almanac.bench.suite.Api;
import dev.almanac.events.TimeSlot;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service in a process of its own, with a token. */
final class OverHttp implements Target {
    private final Api api;
    private final List<String> calendars = new ArrayList<>();

    OverHttp(Suite suite) throws IOException, InterruptedException {
        api = new Api(suite);
        for (int i = 0; i < Slots.CALENDARS; i++) {
            calendars.add(api.create(
                    "/calendars",
                    Map.of(
                            "name",
                            SampleCommands.calendarId(i),
                            "calendarType",
                            "DEPARTMENT",
                            "ownerId",
                            SampleCommands.CALLER,
                            "ownerType",
                            "ORGANIZATION",
                            "timeZone",
                            SampleCommands.ZONE,
                            "maxConcurrentEvents",
                            Slots.CAPACITY)));
        }
    }

    @Override
    public String schedule(int number) throws IOException, InterruptedException {
        TimeSlot slot = Slots.of(number);
        return api.create(
                "/schedules",
                Map.of(
                        "calendarId", calendars.get(number % calendars.size()),
                        "title", SampleCommands.title(number),
                        "startDateTime", slot.start().toString(),
                        "endDateTime", slot.end().toString(),
                        "timeZone", SampleCommands.ZONE));
    }

    @Override
    public void reschedule(String id, int number, Instant start) throws IOException, InterruptedException {
        change("/schedules/" + id + "/reschedule", Map.of("newStartDateTime", start.toString()));
    }

    void moveTogether(List<String> ids, Instant start) throws IOException, InterruptedException {
        List<Map<String, String>> items = ids.stream()
                .map(id -> Map.of("scheduleId", id, "newStartDateTime", start.toString()))
                .toList();
        change("/schedules/bulk-reschedule", Map.of("items", items, "mode", "ATOMIC"));
    }

    /** How long the service has compiled so far. */
    Duration compiling() throws IOException, InterruptedException {
        return Duration.ofMillis((long) api.commandMetric("jvm_compilation_time_ms_total"));
    }

    private void change(String path, Map<String, Object> body) throws IOException, InterruptedException {
        HttpResponse<String> answer = api.post(path, body);
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answers " + answer.statusCode() + " " + answer.body());
        }
    }

    @Override
    public void close() {
        api.close();
    }
}
