package dev.almanac.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Role;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint, by role and by what the caller holds on the calendar. An endpoint without a row fails the build. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"almanac.rules.per-user-max=10000", "almanac.runs.behind-max=0s"})
@Import(FixedClock.class)
class AccessIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");
    private static final Map<String, Object> NOTHING = Map.of();

    /** What the caller holds on the calendar that a request is about. */
    enum Relation {
        OWNER,
        ADMIN,
        EDIT,
        VIEW,
        STRANGER;

        private boolean maySchedule() {
            return compareTo(EDIT) <= 0;
        }

        private boolean mayAdminister() {
            return compareTo(ADMIN) <= 0;
        }
    }

    /** Who is let in. */
    enum Need {
        ROLE,
        SCHEDULE,
        ADMINISTER
    }

    /**
     * A line of the table.
     *
     * @param least the role that is needed; managers need nothing else
     * @param onCalendar whether the path or the body is about a calendar
     * @param body of the request, with the ids for {@code $calendar} and {@code $schedule}
     */
    record Row(Need need, Role least, boolean onCalendar, Object body) {

        private boolean allows(@Nullable Role held, Relation relation) {
            if (held == null || held.compareTo(least) < 0) {
                return false;
            }
            return held.compareTo(Role.MANAGER) >= 0
                    || switch (need) {
                        case ROLE -> true;
                        case SCHEDULE -> relation.maySchedule();
                        case ADMINISTER -> relation.mayAdminister();
                    };
        }
    }

    private static Row byRole(Role least) {
        return new Row(Need.ROLE, least, false, NOTHING);
    }

    private static Row scheduling(Role least, Object body) {
        return new Row(Need.SCHEDULE, least, true, body);
    }

    private static Row administering(Object body) {
        return new Row(Need.ADMINISTER, Role.CUSTOMER, true, body);
    }

    private static final Map<String, Object> EVENT = Map.of(
            "calendarId", "$calendar",
            "title", "Panel",
            "startDateTime", MORNING.toString(),
            "endDateTime", MORNING.plusSeconds(3600).toString(),
            "timeZone", "Europe/Berlin");
    private static final Map<String, Object> RULE = Map.of(
            "name", "Backup",
            "recurrence", Map.of("cron", "0 3 * * *"),
            "timeZone", "UTC",
            "queue", "$calendar",
            "jobTemplate", Map.of("type", "backup"));

    private static final Map<String, Object> MOVE =
            Map.of("newStartDateTime", MORNING.plusSeconds(7200).toString());

    /**
     * Events of the table are booked by a manager: customers change only their own (see the test below). A bulk of others
     * is refused item by item.
     */
    private static final Map<String, Row> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("POST /calendars", byRole(Role.MANAGER)),
            Map.entry("PUT /calendars/{calendarId}", administering(Api.calendar("Renamed", 9))),
            Map.entry("PATCH /calendars/{calendarId}", administering(Map.of("name", "Renamed"))),
            Map.entry("DELETE /calendars/{calendarId}", administering(NOTHING)),
            Map.entry("PUT /calendars/{calendarId}/shares/{subject}", administering(Map.of("level", "VIEW"))),
            Map.entry("DELETE /calendars/{calendarId}/shares/{subject}", administering(NOTHING)),
            Map.entry("POST /calendars/{calendarId}/import", scheduling(Role.STAFF, "BEGIN:VCALENDAR")),
            Map.entry("POST /schedules", scheduling(Role.CUSTOMER, EVENT)),
            Map.entry("PUT /schedules/{scheduleId}", scheduling(Role.STAFF, EVENT)),
            Map.entry("PATCH /schedules/{scheduleId}", scheduling(Role.STAFF, Map.of("title", "Renamed"))),
            Map.entry("DELETE /schedules/{scheduleId}", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /schedules/{scheduleId}/reschedule", scheduling(Role.STAFF, MOVE)),
            Map.entry("POST /schedules/{scheduleId}/confirm", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /schedules/{scheduleId}/unschedule", scheduling(Role.STAFF, NOTHING)),
            Map.entry(
                    "POST /schedules/bulk-reschedule",
                    scheduling(
                            Role.CUSTOMER,
                            Map.of(
                                    "items",
                                    List.of(Map.of(
                                            "scheduleId",
                                            "$schedule",
                                            "newStartDateTime",
                                            MORNING.plusSeconds(7200).toString()))))),
            Map.entry("POST /changes/{changeId}/undo", new Row(Need.ROLE, Role.MANAGER, true, NOTHING)),
            Map.entry("POST /schedules/rules", scheduling(Role.STAFF, RULE)),
            Map.entry("PUT /schedules/rules/{ruleId}", scheduling(Role.STAFF, RULE)),
            Map.entry("PATCH /schedules/rules/{ruleId}", scheduling(Role.STAFF, Map.of("name", "Renamed"))),
            Map.entry("DELETE /schedules/rules/{ruleId}", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /schedules/rules/{ruleId}/pause", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /schedules/rules/{ruleId}/resume", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /schedules/rules/{ruleId}/disable", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /schedules/rules/{ruleId}/run-now", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /schedules/rules/pause-all", byRole(Role.ADMIN)),
            Map.entry("POST /schedules/rules/resume-all", byRole(Role.ADMIN)),
            Map.entry("POST /ops/republications", byRole(Role.ADMIN)),
            Map.entry("POST /runs/{occurrenceId}/started", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /runs/{occurrenceId}/succeeded", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /runs/{occurrenceId}/failed", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /occurrences/{occurrenceId}/approve-backfill", scheduling(Role.STAFF, NOTHING)),
            Map.entry("POST /occurrences/{occurrenceId}/discard", scheduling(Role.STAFF, NOTHING)),
            Map.entry(
                    "POST /occurrences/{occurrenceId}/reschedule",
                    scheduling(Role.STAFF, Map.of("newStartDateTime", "2100-03-01T06:00:00Z"))),
            Map.entry("POST /rehearsals", byRole(Role.CUSTOMER)),
            Map.entry("GET /ops/zone-data", byRole(Role.MANAGER)),
            Map.entry("GET /ops/zone-data/{passageId}/moves", byRole(Role.MANAGER)),
            Map.entry("POST /schedules/conflicts/detect", byRole(Role.STAFF)),
            Map.entry("POST /schedules/conflicts/{conflictId}/review", byRole(Role.STAFF)),
            Map.entry("POST /schedules/conflicts/{conflictId}/resolve", byRole(Role.MANAGER)),
            Map.entry("POST /schedules/conflicts/{conflictId}/escalate", byRole(Role.MANAGER)),
            Map.entry("POST /schedules/conflicts/{conflictId}/dismiss", byRole(Role.MANAGER)),
            Map.entry("POST /schedules/conflicts/{conflictId}/apply", byRole(Role.CUSTOMER)),
            Map.entry("POST /resources", byRole(Role.MANAGER)),
            Map.entry("PUT /resources/{resourceId}", byRole(Role.MANAGER)),
            Map.entry("PATCH /resources/{resourceId}", byRole(Role.MANAGER)),
            Map.entry("POST /resources/{resourceId}/availability/mark-unavailable", byRole(Role.STAFF)),
            Map.entry("POST /resources/{resourceId}/availability/mark-available", byRole(Role.STAFF))));

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") // the actuator has others
    private RequestMappingHandlerMapping mappings;

    private Api manager;

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.register(properties);
    }

    @BeforeEach
    void connect() {
        manager = new Api(port, RealParts.token("mona", "manager"));
    }

    static Set<String> endpoints() {
        return TABLE.keySet();
    }

    @Test
    void every_endpoint_has_its_line_in_the_table() {
        Set<String> served = mappings.getHandlerMethods().keySet().stream()
                .flatMap(AccessIT::names)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(served).isEqualTo(TABLE.keySet());
    }

    private static Stream<String> names(RequestMappingInfo mapping) {
        return mapping.getPatternsCondition().getPatterns().stream()
                .map(pattern -> pattern.getPatternString())
                .filter(pattern -> pattern.startsWith("/api/v1"))
                .flatMap(pattern -> mapping.getMethodsCondition().getMethods().stream()
                        .map(method -> method + " " + pattern.substring("/api/v1".length())));
    }

    @ParameterizedTest
    @MethodSource("endpoints")
    void an_endpoint_lets_in_whom_the_table_names_and_forbids_the_others(String endpoint) {
        Row row = Objects.requireNonNull(TABLE.get(endpoint));
        Set<Relation> relations = row.onCalendar() ? EnumSet.allOf(Relation.class) : EnumSet.of(Relation.STRANGER);
        for (Relation relation : relations) {
            forEveryRole(endpoint, row, relation);
        }
    }

    private void forEveryRole(String endpoint, Row row, Relation relation) {
        for (@Nullable
        Role role : Stream.concat(Stream.of((Role) null), Arrays.stream(Role.values()))
                .toList()) {
            int status = status(endpoint, row, role, relation);
            boolean allowed = row.allows(role, relation);
            assertThat(status)
                    .as("%s by %s as %s", endpoint, role, relation)
                    .satisfies(seen -> assertThat(seen == 403).isEqualTo(!allowed))
                    .isNotEqualTo(401)
                    .isNotEqualTo(500);
        }
    }

    private int status(String endpoint, Row row, @Nullable Role role, Relation relation) {
        String subject = "user-" + UUID.randomUUID();
        String calendar = row.onCalendar() ? calendar(subject, relation) : "no-calendar";
        Map<?, ?> event = row.onCalendar()
                ? manager.answer("/schedules", Api.event(calendar, "Talk", MORNING, 60))
                : Map.of("id", "no-event", "changeId", "no-change");
        String schedule = String.valueOf(event.get("id"));
        String[] methodAndPath = endpoint.split(" ", 2);
        String rule = row.onCalendar() && methodAndPath[1].matches(".*\\{(ruleId|occurrenceId)}.*")
                ? manager.created("/schedules/rules", (Map<?, ?>) filled(RULE, calendar, schedule))
                : "no-rule";
        String path = methodAndPath[1]
                .replace("{calendarId}", calendar)
                .replace("{scheduleId}", schedule)
                .replace("{ruleId}", rule)
                .replace("{occurrenceId}", rule + "@21000301T030000")
                .replace("{changeId}", String.valueOf(event.get("changeId")))
                .replaceAll("\\{[a-zA-Z]+}", "nobody-" + UUID.randomUUID());
        String[] roles =
                role == null ? new String[0] : new String[] {role.name().toLowerCase(Locale.ROOT)};
        return new Api(port, RealParts.token(subject, roles))
                .http()
                .method(HttpMethod.valueOf(methodAndPath[0]))
                .uri(path)
                .contentType(
                        row.body() instanceof String ? MediaType.valueOf("text/calendar") : MediaType.APPLICATION_JSON)
                .bodyValue(row.body() instanceof String text ? text : filled(row.body(), calendar, schedule))
                .exchange()
                .expectBody()
                .returnResult()
                .getStatus()
                .value();
    }

    private String calendar(String subject, Relation relation) {
        Map<String, Object> body = Api.calendar("Hall", 9);
        body.put("calendarType", "QUEUE");
        if (relation == Relation.OWNER) {
            body.put("ownerId", subject);
        }
        String calendar = manager.created("/calendars", body);
        if (EnumSet.of(Relation.ADMIN, Relation.EDIT, Relation.VIEW).contains(relation)) {
            manager.share(calendar, subject, relation.name());
        }
        return calendar;
    }

    private static Object filled(Object value, String calendar, String schedule) {
        return switch (value) {
            case Map<?, ?> fields ->
                fields.entrySet().stream()
                        .collect(Collectors.toMap(
                                field -> String.valueOf(field.getKey()),
                                field -> filled(field.getValue(), calendar, schedule)));
            case List<?> items ->
                items.stream().map(item -> filled(item, calendar, schedule)).toList();
            case String text -> text.replace("$calendar", calendar).replace("$schedule", schedule);
            default -> value;
        };
    }

    @Test
    void a_customer_changes_what_they_booked_as_long_as_the_calendar_is_shared_with_them() {
        String calendar = manager.created("/calendars", Api.calendar("Shared", 9));
        Api customer = new Api(port, RealParts.token("cleo", "customer"));
        manager.share(calendar, "cleo", "EDIT");
        String own = customer.created("/schedules", Api.event(calendar, "Mine", MORNING, 60));
        String others = manager.created("/schedules", Api.event(calendar, "Yours", MORNING, 60));
        customer.post("/schedules/" + own + "/reschedule", MOVE).expectStatus().isOk();
        customer.post("/schedules/" + others + "/reschedule", MOVE)
                .expectStatus()
                .isForbidden();

        manager.delete("/calendars/" + calendar + "/shares/cleo").expectStatus().isOk();
        customer.delete("/schedules/" + own).expectStatus().isForbidden();
    }

    @Test
    void an_event_is_not_moved_to_a_calendar_that_is_not_shared() {
        String mine = manager.created("/calendars", Api.calendar("Mine", 9));
        String theirs = manager.created("/calendars", Api.calendar("Theirs", 9));
        manager.share(mine, "stan", "EDIT");
        Api staff = new Api(port, RealParts.token("stan", "staff"));
        String event = staff.created("/schedules", Api.event(mine, "Talk", MORNING, 60));

        staff.put("/schedules/" + event, Api.event(theirs, "Talk", MORNING, 60))
                .expectStatus()
                .isForbidden();
        manager.share(theirs, "stan", "EDIT");
        staff.put("/schedules/" + event, Api.event(theirs, "Talk", MORNING, 60))
                .expectStatus()
                .isOk();
    }

    @Test
    void a_level_that_is_none_is_named() {
        String calendar = manager.created("/calendars", Api.calendar("Hall", 9));
        manager.put("/calendars/" + calendar + "/shares/cleo", Map.of("level", "SOME"))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors.level")
                .exists();
    }
}
