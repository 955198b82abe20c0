package dev.almanac.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.access.Role;
import dev.almanac.command.http.Slices;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;

/** Every endpoint, by role and by what the caller holds on the calendar. An endpoint without a row fails the build. */
@HavingHeardAll
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

    /** What is needed beside the role that the endpoint declares. Managers need nothing else. */
    enum Need {
        NOTHING,
        /** Any share of the calendar. */
        READ,
        /** A share of the calendar with which one may book. */
        SCHEDULE,
        /** The same, and customers change only what they booked themselves. */
        CHANGE,
        ADMINISTER,
        /** To have made the change oneself. */
        AUTHORSHIP
    }

    /**
     * A line of the table.
     *
     * @param onCalendar whether the path or the body is about a calendar
     * @param body of the request, with the ids for {@code $calendar} and {@code $schedule}
     */
    record Row(Need need, boolean onCalendar, Object body) {

        private boolean allows(Role least, @Nullable Role held, Relation relation) {
            if (held == null || held.compareTo(least) < 0) {
                return false;
            }
            return held.compareTo(Role.MANAGER) >= 0
                    || switch (need) {
                        case NOTHING -> true;
                        case READ -> relation != Relation.STRANGER;
                        case SCHEDULE -> relation.maySchedule();
                        case CHANGE -> relation.maySchedule() && held.compareTo(Role.STAFF) >= 0;
                        case ADMINISTER -> relation.mayAdminister();
                        case AUTHORSHIP -> false;
                    };
        }
    }

    private static Row byRole() {
        return new Row(Need.NOTHING, false, NOTHING);
    }

    private static Row scheduling(Object body) {
        return new Row(Need.SCHEDULE, true, body);
    }

    private static Row changing(Object body) {
        return new Row(Need.CHANGE, true, body);
    }

    private static Row administering(Object body) {
        return new Row(Need.ADMINISTER, true, body);
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
            Map.entry("POST /calendars", byRole()),
            Map.entry("PUT /calendars/{calendarId}", administering(Api.calendar("Renamed", 9))),
            Map.entry("PATCH /calendars/{calendarId}", administering(Map.of("name", "Renamed"))),
            Map.entry("DELETE /calendars/{calendarId}", administering(NOTHING)),
            Map.entry("PUT /calendars/{calendarId}/shares/{subject}", administering(Map.of("level", "VIEW"))),
            Map.entry("DELETE /calendars/{calendarId}/shares/{subject}", administering(NOTHING)),
            Map.entry("POST /calendars/{calendarId}/feed-tokens", new Row(Need.READ, true, NOTHING)),
            Map.entry("DELETE /calendars/{calendarId}/feed-tokens/{feedTokenId}", administering(NOTHING)),
            Map.entry("POST /calendars/{calendarId}/import", scheduling("BEGIN:VCALENDAR")),
            Map.entry("POST /schedules", scheduling(EVENT)),
            Map.entry("PUT /schedules/{scheduleId}", changing(EVENT)),
            Map.entry("PATCH /schedules/{scheduleId}", changing(Map.of("title", "Renamed"))),
            Map.entry("DELETE /schedules/{scheduleId}", changing(NOTHING)),
            Map.entry("POST /schedules/{scheduleId}/reschedule", changing(MOVE)),
            Map.entry("POST /schedules/{scheduleId}/confirm", scheduling(NOTHING)),
            Map.entry("POST /schedules/{scheduleId}/unschedule", changing(NOTHING)),
            Map.entry(
                    "POST /schedules/bulk-reschedule",
                    scheduling(Map.of(
                            "items",
                            List.of(Map.of(
                                    "scheduleId",
                                    "$schedule",
                                    "newStartDateTime",
                                    MORNING.plusSeconds(7200).toString()))))),
            Map.entry("POST /changes/{changeId}/undo", new Row(Need.AUTHORSHIP, true, NOTHING)),
            Map.entry("POST /schedules/rules", scheduling(RULE)),
            Map.entry("PUT /schedules/rules/{ruleId}", scheduling(RULE)),
            Map.entry("PATCH /schedules/rules/{ruleId}", scheduling(Map.of("name", "Renamed"))),
            Map.entry("DELETE /schedules/rules/{ruleId}", scheduling(NOTHING)),
            Map.entry("POST /schedules/rules/{ruleId}/pause", scheduling(NOTHING)),
            Map.entry("POST /schedules/rules/{ruleId}/resume", scheduling(NOTHING)),
            Map.entry("POST /schedules/rules/{ruleId}/disable", scheduling(NOTHING)),
            Map.entry("POST /schedules/rules/{ruleId}/run-now", scheduling(NOTHING)),
            Map.entry("POST /schedules/rules/pause-all", byRole()),
            Map.entry("POST /schedules/rules/resume-all", byRole()),
            Map.entry("POST /ops/republications", byRole()),
            Map.entry("POST /runs/{occurrenceId}/started", scheduling(NOTHING)),
            Map.entry("POST /runs/{occurrenceId}/succeeded", scheduling(NOTHING)),
            Map.entry("POST /runs/{occurrenceId}/failed", scheduling(NOTHING)),
            Map.entry("POST /occurrences/{occurrenceId}/approve-backfill", scheduling(NOTHING)),
            Map.entry("POST /occurrences/{occurrenceId}/discard", scheduling(NOTHING)),
            Map.entry(
                    "POST /occurrences/{occurrenceId}/reschedule",
                    scheduling(Map.of("newStartDateTime", "2100-03-01T06:00:00Z"))),
            Map.entry("POST /rehearsals", byRole()),
            Map.entry("POST /ops/calendar/change-request", byRole()),
            Map.entry("POST /ops/calendar/change-request/{changeRequestId}/confirm", byRole()),
            Map.entry("POST /ops/calendar/change-request/{changeRequestId}/reject", byRole()),
            Map.entry("GET /ops/zone-data", byRole()),
            Map.entry("GET /ops/zone-data/{passageId}/moves", byRole()),
            Map.entry("POST /schedules/conflicts/{conflictId}/review", byRole()),
            Map.entry("POST /schedules/conflicts/{conflictId}/resolve", byRole()),
            Map.entry("POST /schedules/conflicts/{conflictId}/escalate", byRole()),
            Map.entry("POST /schedules/conflicts/{conflictId}/dismiss", byRole()),
            Map.entry("POST /schedules/conflicts/{conflictId}/apply", byRole()),
            Map.entry("POST /resources", byRole()),
            Map.entry("PUT /resources/{resourceId}", byRole()),
            Map.entry("PATCH /resources/{resourceId}", byRole()),
            Map.entry("POST /resources/{resourceId}/availability/mark-unavailable", byRole()),
            Map.entry("POST /resources/{resourceId}/availability/mark-available", byRole()),
            Map.entry("PUT /notification-preferences", byRole()),
            Map.entry("PATCH /notification-preferences", byRole()),
            Map.entry("POST /webhooks", byRole()),
            Map.entry("PUT /webhooks/{webhookId}", byRole()),
            Map.entry("PATCH /webhooks/{webhookId}", byRole()),
            Map.entry("DELETE /webhooks/{webhookId}", byRole()),
            Map.entry("POST /webhooks/{webhookId}/rotate-secret", byRole()),
            Map.entry("POST /webhooks/{webhookId}/disable", byRole()),
            Map.entry("POST /webhooks/{webhookId}/enable", byRole())));

    @LocalServerPort
    private int port;

    @Autowired
    private Slices slices;

    private Api manager;

    @BeforeEach
    void connect() {
        manager = new Api(port, RealParts.token("mona", "manager"));
    }

    static Set<String> endpoints() {
        return TABLE.keySet();
    }

    @Test
    void every_endpoint_has_its_line_in_the_table() {
        assertThat(declared().keySet()).isEqualTo(TABLE.keySet());
    }

    /** The role that each endpoint declares. */
    private Map<String, Role> declared() {
        return slices.all().stream()
                .collect(Collectors.toMap(
                        one -> one.method() + " "
                                + one.path().getPatternString().substring("/api/v1".length()),
                        one -> one.slice().role(),
                        (one, _) -> one,
                        TreeMap::new));
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
            boolean allowed = row.allows(Objects.requireNonNull(declared().get(endpoint)), role, relation);
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
    void whoever_lacks_the_role_hears_of_that_before_anything_of_the_body_is_read() {
        Api customer = new Api(port, RealParts.token("cleo", "customer"));
        for (String key : List.of("", "key-" + UUID.randomUUID())) {
            customer.http()
                    .post()
                    .uri("/calendars")
                    .headers(headers -> {
                        if (!key.isEmpty()) {
                            headers.set("Idempotency-Key", key);
                        }
                    })
                    .contentType(MediaType.APPLICATION_JSON)
                    .bodyValue("{\"no\": json")
                    .exchange()
                    .expectStatus()
                    .isForbidden();
        }
    }

    @Test
    void head_needs_the_role_that_get_needs() {
        Api customer = new Api(port, RealParts.token("cleo", "customer"));
        customer.http().head().uri("/ops/zone-data").exchange().expectStatus().isForbidden();
        manager.http().head().uri("/ops/zone-data").exchange().expectStatus().isOk();
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
