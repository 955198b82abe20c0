package dev.almanac.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.support.HallAndVault;
import dev.almanac.query.support.HallAndVault.Relation;
import dev.almanac.query.support.OnRealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every endpoint, by role and by what the caller holds on the calendar. An endpoint without a row fails the build. */
@OnRealParts
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessIT {
    private static final List<String> ROLES = List.of("", "customer", "staff", "manager", "admin");

    /** Who gets an answer. */
    enum Need {
        ANY_ROLE,
        ADMIN_ROLE,
        MANAGER_ROLE,
        STAFF_ROLE,
        SEES_THE_HALL,
        /** Everybody is told of another's that there is none. */
        ITS_RECIPIENT,
        /** Managers have no part in it. */
        OWNS_THE_WEBHOOK;

        private int refusal(String role, Relation relation) {
            boolean manages = role.equals("manager") || role.equals("admin");
            return switch (this) {
                case ANY_ROLE -> role.isEmpty() ? 403 : 0;
                case ITS_RECIPIENT -> role.isEmpty() ? 403 : 404;
                case ADMIN_ROLE -> role.equals("admin") ? 0 : 403;
                case MANAGER_ROLE -> manages ? 0 : 403;
                case STAFF_ROLE -> manages || role.equals("staff") ? 0 : 403;
                case SEES_THE_HALL -> role.isEmpty() ? 403 : manages || relation != Relation.STRANGER ? 0 : 404;
                case OWNS_THE_WEBHOOK ->
                    role.isEmpty() ? 403 : role.equals("admin") || relation == Relation.OWNER ? 0 : 404;
            };
        }
    }

    record Row(Need need, String query, Map<String, Object> body) {}

    private static Row row(Need need, String query) {
        return new Row(need, query, Map.of());
    }

    private static final Row EXPORT = new Row(Need.SEES_THE_HALL, "", Map.of("format", "ICS", "date", "2026-03-03"));

    private static final String DATE = "?date=2026-03-03";

    private static final String WINDOW = "?start=2026-03-02T00:00:00Z&end=2026-03-05T00:00:00Z";

    private static final Map<String, Row> TABLE = new TreeMap<>(Map.ofEntries(
            Map.entry("GET /calendars", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendars/{calendarId}", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /calendars/{calendarId}/view", row(Need.SEES_THE_HALL, DATE + "&viewType=DAILY")),
            Map.entry("GET /calendars/{calendarId}/daily", row(Need.SEES_THE_HALL, DATE)),
            Map.entry("GET /calendars/{calendarId}/weekly", row(Need.SEES_THE_HALL, DATE)),
            Map.entry("GET /calendars/{calendarId}/monthly", row(Need.SEES_THE_HALL, DATE)),
            Map.entry("GET /calendars/{calendarId}/feed-tokens", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /calendars/{calendarId}/feed.ics", row(Need.SEES_THE_HALL, "")),
            Map.entry("POST /calendars/{calendarId}/export/daily", EXPORT),
            Map.entry("POST /calendars/{calendarId}/export/weekly", EXPORT),
            Map.entry("POST /calendars/{calendarId}/export/monthly", EXPORT),
            Map.entry("GET /schedules", row(Need.ANY_ROLE, "")),
            Map.entry("GET /schedules/{scheduleId}", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /schedules/{scheduleId}/history", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /schedules/conflicts", row(Need.ANY_ROLE, "")),
            Map.entry("GET /schedules/conflicts/{conflictId}", row(Need.SEES_THE_HALL, "")),
            Map.entry("POST /schedules/conflicts/detect", row(Need.ANY_ROLE, "")),
            Map.entry("POST /what-if", row(Need.ANY_ROLE, "")),
            Map.entry(
                    "GET /schedules/window",
                    row(Need.ANY_ROLE, "?from=2026-03-02T00:00:00Z&till=2026-03-05T00:00:00Z")),
            Map.entry("GET /schedules/detailed", row(Need.ANY_ROLE, DATE)),
            Map.entry("GET /schedules/rules", row(Need.ANY_ROLE, "")),
            Map.entry("GET /schedules/rules/{ruleId}", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /runs", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendars/{calendarId}/history", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /calendars/{calendarId}/shares", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /calendars/{calendarId}/availability", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /schedules/rules/{ruleId}/history", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /schedules/conflicts/{conflictId}/history", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /resources", row(Need.ANY_ROLE, "")),
            Map.entry("GET /resources/{resourceId}", row(Need.ANY_ROLE, "")),
            Map.entry("GET /resources/{resourceId}/history", row(Need.ANY_ROLE, "")),
            Map.entry("GET /schedules/rules/{ruleId}/dst-report", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /resources/{resourceId}/availability", row(Need.ANY_ROLE, "")),
            Map.entry("GET /resources/{resourceId}/availability/slots", row(Need.ANY_ROLE, "")),
            Map.entry("POST /resources/availability/check", row(Need.ANY_ROLE, "")),
            Map.entry("POST /resources/availability/check-multiple", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendar/config", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendar/{year}/{month}", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendar/day/{date}", row(Need.ANY_ROLE, "")),
            Map.entry("GET /calendar/events", row(Need.ANY_ROLE, WINDOW)),
            Map.entry("GET /calendar/events/{eventId}/attachments", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /ops/calendar/events", row(Need.ANY_ROLE, WINDOW)),
            Map.entry("GET /ops/calendar/change-requests", row(Need.ANY_ROLE, "")),
            Map.entry("GET /ops/calendar/change-requests/{changeRequestId}", row(Need.ANY_ROLE, "")),
            Map.entry("GET /ops/calendar/change-requests/{changeRequestId}/history", row(Need.ANY_ROLE, "")),
            Map.entry("GET /ops/projections", row(Need.ANY_ROLE, "")),
            Map.entry("POST /ops/projections/rebuild", row(Need.ADMIN_ROLE, "")),
            Map.entry("POST /ops/projections/verify", row(Need.ADMIN_ROLE, "")),
            Map.entry("GET /ops/projections/verify", row(Need.MANAGER_ROLE, "")),
            Map.entry("POST /ops/orphans/sweep", row(Need.MANAGER_ROLE, "")),
            Map.entry("GET /ops/orphans", row(Need.MANAGER_ROLE, "")),
            Map.entry("GET /ops/jobs", row(Need.STAFF_ROLE, "")),
            Map.entry("GET /ops/zone-data", row(Need.MANAGER_ROLE, "")),
            Map.entry("GET /ops/zone-data/{releaseId}/moves", row(Need.MANAGER_ROLE, "?limit=1&outcome=STAYED")),
            Map.entry("POST /recurrences/preview", row(Need.ANY_ROLE, "")),
            Map.entry("GET /changes", row(Need.ANY_ROLE, "?undoable=true")),
            Map.entry("GET /audit", row(Need.ANY_ROLE, "")),
            Map.entry("GET /changes/{changeId}", row(Need.SEES_THE_HALL, "")),
            Map.entry("GET /notifications", row(Need.ANY_ROLE, "")),
            Map.entry("GET /notifications/counts", row(Need.ANY_ROLE, "")),
            Map.entry("POST /notifications/read-all", row(Need.ANY_ROLE, "")),
            Map.entry("POST /notifications/{notificationId}/read", row(Need.ITS_RECIPIENT, "")),
            Map.entry("POST /notifications/{notificationId}/unread", row(Need.ITS_RECIPIENT, "")),
            Map.entry("GET /webhooks/{webhookId}/deliveries", row(Need.OWNS_THE_WEBHOOK, "")),
            Map.entry("POST /webhooks/{webhookId}/deliveries/{deliveryId}/redeliver", row(Need.ITS_RECIPIENT, "")),
            Map.entry("POST /webhooks/{webhookId}/test", row(Need.OWNS_THE_WEBHOOK, "")),
            Map.entry("POST /stream/tokens", row(Need.ANY_ROLE, "")),
            Map.entry("GET /stream/changes", row(Need.ANY_ROLE, "")),
            Map.entry("GET /notification-preferences", row(Need.ANY_ROLE, "")),
            Map.entry("GET /notification-preferences/history", row(Need.ANY_ROLE, "")),
            Map.entry("GET /webhooks", row(Need.ANY_ROLE, "")),
            Map.entry("GET /webhooks/{webhookId}", row(Need.OWNS_THE_WEBHOOK, "")),
            Map.entry("GET /webhooks/{webhookId}/history", row(Need.OWNS_THE_WEBHOOK, ""))));

    @Autowired
    private Feeder feeder;

    @Autowired
    private Api api;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") // the actuator has others
    private RequestMappingHandlerMapping mappings;

    private HallAndVault rooms;

    @BeforeAll
    void open() {
        rooms = new HallAndVault(feeder, api);
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
    void an_endpoint_answers_whom_the_table_names_and_nobody_else(String endpoint) {
        Row row = Objects.requireNonNull(TABLE.get(endpoint));
        for (Relation relation : Relation.values()) {
            for (String role : ROLES) {
                int refusal = row.need().refusal(role, relation);
                assertThat(status(endpoint, row, role, relation))
                        .as("%s by %s as %s", endpoint, role, relation)
                        .matches(status -> refusal == 0 ? status != 401 && status != 403 : status == refusal)
                        .matches(status -> refusal != 0 || row.need() != Need.SEES_THE_HALL || status == 200);
            }
        }
    }

    private int status(String endpoint, Row row, String role, Relation relation) {
        String[] methodAndPath = endpoint.split(" ", 2);
        String path = methodAndPath[1]
                .replace("{calendarId}", rooms.hall())
                .replace("{scheduleId}", rooms.id("talk"))
                .replace("{conflictId}", rooms.id("in-the-hall"))
                .replace("{resourceId}", rooms.beamer())
                .replace("{ruleId}", rooms.id("nightly"))
                .replace("{eventId}", "event:" + rooms.id("talk"))
                .replace("{notificationId}", "none")
                .replace("{deliveryId}", "none")
                .replace("{changeId}", rooms.id("talk") + "-0")
                .replace("{changeRequestId}", "nobody's")
                .replace("{year}", "2026")
                .replace("{month}", "3")
                .replace("{date}", "2026-03-03")
                .replace("{webhookId}", rooms.id("webhook"))
                .replace("{releaseId}", "1");
        WebTestClient.RequestBodySpec request = rooms.as(rooms.subject(relation), role)
                .http()
                .method(HttpMethod.valueOf(methodAndPath[0]))
                .uri(path + row.query())
                .header("After-Position", Long.toString(rooms.position()));
        WebTestClient.RequestHeadersSpec<?> sent = methodAndPath[0].equals("GET")
                ? request
                : request.contentType(MediaType.APPLICATION_JSON).bodyValue(row.body());
        FluxExchangeResult<byte[]> answer = sent.exchange().returnResult(byte[].class);
        // The stream of changes would never end.
        answer.getResponseBody().subscribe().dispose();
        return answer.getStatus().value();
    }
}
