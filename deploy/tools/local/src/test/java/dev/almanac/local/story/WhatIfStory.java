package dev.almanac.local.story;

import static dev.almanac.local.story.Client.calendar;
import static dev.almanac.local.story.Client.event;
import static dev.almanac.local.story.Client.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.local.Suite;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What was foretold of random commands is what then happens: every answer, and every conflict that comes or goes. */
final class WhatIfStory {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** What a series becomes reaches lanes and views on its own time, and where nothing shall change nothing else tells when. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private static final String ELSEWHERE = "elsewhere";
    private static final int ROUNDS = 20;
    private static final int COMMANDS_MAX = 4;

    private final Random random = new Random(20_261_121);
    private final Instant midnight =
            Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).plus(40, ChronoUnit.DAYS);
    private final List<String> calendars = new ArrayList<>();
    private final List<String> resources = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<String> rules = new ArrayList<>();

    /** A command as it is foretold, and as it is sent. */
    private record Command(
            String method, String path, @Nullable Map<String, Object> body) {

        Map<String, Object> foretold() {
            return body == null
                    ? Map.of("method", method, "path", path)
                    : Map.of("method", method, "path", path, "body", body);
        }

        boolean isRule() {
            return path.startsWith("/schedules/rules");
        }

        /** Whether its occurrences come to a calendar. */
        boolean isSeries() {
            return body != null && body.containsKey("recurrence") && !ELSEWHERE.equals(body.get("queue"));
        }

        /** The calendar on which its first occurrence is, and the day. */
        String place() {
            Map<String, Object> said = body == null ? Map.of() : body;
            Object calendar = said.get(isRule() ? "queue" : "calendarId");
            Object start = said.get(isRule() ? "start" : "startDateTime");
            return "/calendars/%s/daily?date=%s"
                    .formatted(calendar, String.valueOf(start).substring(0, 10));
        }
    }

    void isToldBy(Suite suite) throws Exception {
        Client manager = new Client(suite, "ana", "manager");
        calendars.add(manager.create("/calendars", calendar("Stage", "VENUE", 1)));
        calendars.add(manager.create("/calendars", calendar("Lectures", "DEPARTMENT", 2)));
        calendars.add(manager.create("/calendars", calendar("Render farm", "QUEUE", 1)));
        for (String type : List.of("EQUIPMENT", "STAFF", "VENUE")) {
            resources.add(manager.create(
                    "/resources", Map.of("name", type, "resourceType", type, "bufferMinutes", random.nextInt(3) * 15)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            List<Command> commands = Stream.generate(this::command)
                    .limit(1 + random.nextInt(COMMANDS_MAX))
                    .toList();
            isAsForetold(manager, round, commands);
        }
    }

    private void isAsForetold(Client manager, int round, List<Command> commands) throws Exception {
        Set<Conflict> open = openConflicts(manager);
        JsonNode foretold = Client.json(manager.download(
                "/what-if",
                Map.of("commands", commands.stream().map(Command::foretold).toList())));
        assertThat(openConflicts(manager)).isEqualTo(open);

        Map<String, String> realIds = new HashMap<>();
        for (int i = 0; i < commands.size(); i++) {
            JsonNode result = foretold.get("results").get(i);
            HttpResponse<String> answer = send(manager, commands.get(i));
            assertThat(answer.statusCode())
                    .as("round %s, %s foretold as %s, answered %s", round, commands.get(i), result, answer.body())
                    .isEqualTo(result.get("status").asInt());
            if (answer.statusCode() == 201) {
                String id = json(answer).get("id").asString();
                realIds.put(result.get("body").get("id").asString(), id);
                (commands.get(i).isRule() ? rules : events).add(id);
                awaitOccurrences(manager, commands.get(i), id);
            }
        }
        Map<List<String>, Conflict> expected = new HashMap<>();
        open.forEach(conflict -> expected.put(conflict.pair(), conflict));
        conflicts(foretold.get("cleared"), realIds).forEach(conflict -> expected.remove(conflict.pair()));
        conflicts(foretold.get("detected"), realIds).forEach(conflict -> expected.put(conflict.pair(), conflict));
        await().during(SETTLED)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(described(openConflicts(manager)))
                        .as("round %s, %s, foretold %s", round, commands, foretold)
                        .isEqualTo(described(expected.values())));
        aSecondLookAgrees(manager);
    }

    /** The views of runs keep their own time. */
    private void aSecondLookAgrees(Client manager) {
        Map<String, Object> theseDays = Map.of(
                "from",
                midnight.toString(),
                "till",
                midnight.plus(9, ChronoUnit.DAYS).toString());
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> answer = manager.post("/schedules/conflicts/detect", theseDays);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(json(answer).get("agrees").asBoolean()).as(answer.body()).isTrue();
        });
    }

    private static HttpResponse<String> send(Client manager, Command command) throws Exception {
        Map<String, Object> body = command.body();
        return switch (command.method()) {
            case "DELETE" -> manager.delete(command.path());
            case "PUT" -> manager.put(command.path(), body == null ? Map.of() : body);
            default -> manager.post(command.path(), body == null ? Map.of() : body);
        };
    }

    /** The occurrences of a series reach the views on their own time. */
    private static void awaitOccurrences(Client manager, Command command, String id) {
        if (command.isSeries()) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(manager.get(command.place())
                                    .get("events")
                                    .valueStream()
                                    .map(event -> event.get("id").asString()))
                            .anyMatch(event -> event.startsWith(id + "@")));
        }
    }

    private Command command() {
        int kind = events.isEmpty() ? 0 : random.nextInt(13);
        return switch (kind) {
            case 0, 1, 2, 3 -> new Command("POST", "/schedules", booking());
            case 4, 5 ->
                new Command(
                        "POST",
                        "/schedules/" + any(events) + "/reschedule",
                        Map.of("newStartDateTime", start().toString()));
            case 6 -> new Command("DELETE", "/schedules/" + any(events), null);
            case 7 -> new Command("PUT", "/calendars/" + calendars.get(1), lectures());
            case 10 -> new Command("POST", "/schedules/rules", rule());
            case 11 -> rules.isEmpty() ? new Command("POST", "/schedules/rules", rule()) : changed(any(rules));
            case 12 ->
                rules.isEmpty()
                        ? new Command("POST", "/schedules/rules", rule())
                        : new Command("DELETE", "/schedules/rules/" + any(rules), null);
            default ->
                new Command(
                        "POST",
                        "/resources/" + any(resources) + "/availability/mark-"
                                + (random.nextBoolean() ? "available" : "unavailable"),
                        outage());
        };
    }

    private Map<String, Object> booking() {
        Map<String, Object> booking = event(any(calendars), "Event " + random.nextInt(1000), start(), minutes(60, 180));
        booking.put(
                "resources",
                resources.stream()
                        .filter(_ -> random.nextBoolean())
                        .map(id -> Map.of("resourceId", id, "role", random.nextBoolean() ? "PRIMARY" : "SECONDARY"))
                        .toList());
        if (random.nextInt(3) == 0) {
            booking.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=" + (2 + random.nextInt(2))));
        }
        if (random.nextBoolean()) {
            booking.put("override", Map.of("reason", "all must go in"));
        }
        return booking;
    }

    private Command changed(String ruleId) {
        return new Command("PUT", "/schedules/rules/" + ruleId, rule());
    }

    /** Runs that claim the queue's calendar, or go to workers of whom no calendar knows. */
    private Map<String, Object> rule() {
        return Map.of(
                "name",
                "Job " + random.nextInt(1000),
                "recurrence",
                Map.of("rrule", "FREQ=DAILY;COUNT=" + (1 + random.nextInt(3))),
                "start",
                start().toString().replace("Z", ""),
                "timeZone",
                "UTC",
                "queue",
                random.nextInt(4) == 0 ? ELSEWHERE : calendars.get(2),
                "jobTemplate",
                Map.of("type", "render", "timeoutSeconds", minutes(60, 180).toSeconds()));
    }

    private Map<String, Object> lectures() {
        return calendar("Lectures", "DEPARTMENT", 1 + random.nextInt(3));
    }

    private Map<String, Object> outage() {
        Instant start = start();
        return Map.of(
                "startDateTime", start.toString(),
                "endDateTime", start.plus(minutes(60, 240)).toString());
    }

    /** Three days of eight hours, so that much collides. */
    private Instant start() {
        return midnight.plus(random.nextInt(3), ChronoUnit.DAYS)
                .plus(Duration.ofMinutes(480 + 30L * random.nextInt(16)));
    }

    private Duration minutes(int least, int most) {
        return Duration.ofMinutes(least + 30L * random.nextInt((most - least) / 30));
    }

    private String any(List<String> ids) {
        return ids.get(random.nextInt(ids.size()));
    }

    private Set<Conflict> openConflicts(Client manager) throws Exception {
        return conflicts(
                manager.get("/schedules/conflicts?status=DETECTED&limit=1000").get("items"), Map.of());
    }

    private Set<Conflict> conflicts(JsonNode found, Map<String, String> realIds) {
        return found.valueStream()
                .map(conflict -> Conflict.of(conflict, realIds))
                .filter(conflict -> calendars.contains(conflict.lane()) || resources.contains(conflict.lane()))
                .collect(Collectors.toSet());
    }

    private Set<String> described(Collection<Conflict> conflicts) {
        return conflicts.stream().map(this::described).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Times in which a resource is out have ids that nobody is told. */
    private String described(Conflict conflict) {
        String sides = conflict.sides().stream()
                .map(side -> isKnown(side.split("@", 2)[0]) ? side : "outage")
                .sorted()
                .collect(Collectors.joining(" and "));
        return conflict.lane() + ": " + sides + ", " + conflict.what();
    }

    private boolean isKnown(String id) {
        return events.contains(id) || rules.contains(id);
    }

    private record Conflict(String lane, List<String> sides, String what) {

        /** An event that was only foretold got another id when it came. */
        static Conflict of(JsonNode conflict, Map<String, String> realIds) {
            return new Conflict(
                    conflict.path("calendarId").asString("")
                            + conflict.path("resourceId").asString(""),
                    Stream.of("scheduledEventId", "conflictingEventId")
                            .map(side -> real(conflict.get(side).asString(), realIds))
                            .sorted()
                            .toList(),
                    Stream.of("conflictType", "conflictLevel", "overlapStart", "overlapEnd")
                            .map(field -> conflict.get(field).asString())
                            .collect(Collectors.joining(", ")));
        }

        private static String real(String id, Map<String, String> realIds) {
            String series = id.split("@", 2)[0];
            return realIds.getOrDefault(series, series) + id.substring(series.length());
        }

        List<String> pair() {
            return List.of(lane, sides.getFirst(), sides.getLast());
        }
    }
}
