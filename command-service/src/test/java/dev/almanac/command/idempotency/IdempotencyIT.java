package dev.almanac.command.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.CommandServiceApplication;
import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.EntityExchangeResult;

/** A request that is sent again under its Idempotency-Key changes nothing, and is answered as before. */
@OnRealParts
class IdempotencyIT {
    private static final Instant MORNING = Instant.parse("2026-03-10T09:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ConfigurableEnvironment environment;

    private Api api;
    private String calendar;
    private String key;

    @BeforeEach
    void openACalendar() {
        api = new Api(port, RealParts.token("ana", "manager"));
        calendar = api.created("/calendars", Api.calendar("Hall", 1));
        key = UUID.randomUUID().toString();
    }

    @Test
    void a_repeat_gets_the_first_answer_again_and_changes_nothing() {
        Map<String, Object> body = Api.event(calendar, "Talk", MORNING, 60);
        var first = send(api, "/schedules", body);
        var again = send(api, "/schedules", body);

        assertThat(first.getStatus().value()).isEqualTo(201);
        assertSame(first, again);
        assertThat(claims()).isEqualTo(1);
    }

    @Test
    void a_refusal_is_repeated_though_there_is_room_by_now() {
        String inTheWay = api.created("/schedules", Api.event(calendar, "First", MORNING, 60));
        Map<String, Object> body = Api.event(calendar, "Second", MORNING, 60);
        var first = send(api, "/schedules", body);
        api.delete("/schedules/" + inTheWay).expectStatus().isOk();
        var again = send(api, "/schedules", body);

        assertThat(first.getStatus().value()).isEqualTo(409);
        assertSame(first, again);
        api.created("/schedules", body);
    }

    @Test
    void the_same_key_with_another_request_is_refused() {
        send(api, "/schedules", Api.event(calendar, "Talk", MORNING, 60));
        var other = send(api, "/schedules", Api.event(calendar, "Other", MORNING, 60));

        assertThat(other.getStatus().value()).isEqualTo(422);
        assertThat(text(other)).contains("urn:scheduling:problem:idempotency-key-was-used-otherwise");
    }

    @Test
    void a_key_belongs_to_its_caller() {
        send(api, "/schedules", Api.event(calendar, "Talk", MORNING, 60));
        Api bob = new Api(port, RealParts.token("bob", "manager"));
        assertThat(send(bob, "/schedules", Api.event(calendar, "Mine", MORNING.plusSeconds(7200), 60))
                        .getStatus()
                        .value())
                .isEqualTo(201);
    }

    @Test
    void a_key_is_forgotten_after_a_day() {
        Map<String, Object> body = Api.event(calendar, "Talk", MORNING, 60);
        send(api, "/schedules", body);
        jdbc.update("update idempotent_answer set answered_at = answered_at - interval '24 hours' where key = ?", key);
        assertThat(send(api, "/schedules", body).getStatus().value()).isEqualTo(409);
    }

    @Test
    void of_fifty_at_once_one_is_carried_out_and_all_hear_of_it() throws Exception {
        String roomy = api.created("/calendars", Api.calendar("Roomy", 100));
        Map<String, Object> body = Api.event(roomy, "Talk", MORNING, 60);
        Callable<String> request = () -> text(send(api, "/schedules", body));
        List<String> answers;
        try (ExecutorService clients = Executors.newFixedThreadPool(50)) {
            answers = clients
                    .invokeAll(IntStream.range(0, 50).mapToObj(_ -> request).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
        assertThat(answers).hasSize(50).containsOnly(answers.getFirst());
        assertThat(jdbc.queryForObject("select count(*) from slot_claim where calendar_id = ?", Long.class, roomy))
                .isEqualTo(1);
    }

    @Test
    void of_fifty_at_once_that_saw_the_same_version_one_is_carried_out_and_the_others_are_told() throws Exception {
        String event = api.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));
        List<Callable<Integer>> requests = IntStream.rangeClosed(1, 50)
                .<Callable<Integer>>mapToObj(hours -> () -> moved(api, event, hours, "\"0\""))
                .toList();
        List<Integer> answers;
        try (ExecutorService clients = Executors.newFixedThreadPool(50)) {
            answers = clients.invokeAll(requests).stream()
                    .map(future -> future.resultNow())
                    .toList();
        }
        assertThat(answers).hasSize(50).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(jdbc.queryForObject(
                        "select count(*) from domain_event_entry where aggregate_identifier = ?", Long.class, event))
                .isEqualTo(2);
    }

    private static int moved(Api caller, String event, int hours, String ifMatch) {
        Map<String, Object> body =
                Map.of("newStartDateTime", MORNING.plusSeconds(3600L * hours).toString());
        return caller.post("/schedules/" + event + "/reschedule", body, ifMatch)
                .returnResult(Void.class)
                .getStatus()
                .value();
    }

    @Test
    void a_bulk_of_single_moves_is_repeated_as_a_whole() {
        String one = api.created("/schedules", Api.event(calendar, "One", MORNING, 60));
        Map<String, Object> body = Map.of(
                "mode",
                "EACH",
                "items",
                List.of(
                        Map.of("scheduleId", one, "newStartDateTime", MORNING.plusSeconds(86_400)),
                        Map.of("scheduleId", "nobody", "newStartDateTime", MORNING.plusSeconds(86_400))));
        var first = send(api, "/schedules/bulk-reschedule", body);
        var again = send(api, "/schedules/bulk-reschedule", body);

        assertThat(first.getStatus().value()).isEqualTo(200);
        assertSame(first, again);
    }

    @Test
    void a_bulk_that_was_cut_off_goes_on_where_it_stopped() {
        String one = api.created("/schedules", Api.event(calendar, "One", MORNING, 60));
        Map<String, Object> body = Map.of(
                "mode",
                "EACH",
                "items",
                List.of(Map.of("scheduleId", one, "newStartDateTime", MORNING.plusSeconds(86_400))));
        var first = send(api, "/schedules/bulk-reschedule", body);
        jdbc.update("delete from idempotent_answer where key = ?", key);
        var again = send(api, "/schedules/bulk-reschedule", body);

        assertSame(first, again);
    }

    @Test
    void another_instance_answers_as_the_first_did() {
        Map<String, Object> body = Api.event(calendar, "Talk", MORNING, 60);
        var first = send(api, "/schedules", body);
        String room = api.created("/calendars", Api.calendar("Room", 1));
        String event = api.created("/schedules", Api.event(room, "Walk", MORNING, 60));
        try (var restarted = new SpringApplicationBuilder(CommandServiceApplication.class, FixedClock.class)
                .run(
                        "--server.port=0",
                        "--spring.main.allow-bean-definition-overriding=true",
                        property("spring.datasource.url"),
                        property("spring.datasource.username"),
                        property("spring.kafka.bootstrap-servers"),
                        property("almanac.security.jwks-uri"),
                        property("almanac.security.issuer"))) {
            int other = restarted.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            Api there = new Api(other, RealParts.token("ana", "manager"));
            assertSame(first, send(there, "/schedules", body));
            assertThat(moved(there, event, 1, "\"0\"")).isEqualTo(200);
            assertThat(moved(api, event, 2, "\"0\"")).isEqualTo(412);
            assertThat(moved(api, event, 2, "\"1\"")).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 129})
    void a_key_of_no_bounded_length_is_named(int length) {
        key = "x".repeat(length);
        var refused = send(api, "/schedules", Api.event(calendar, "Talk", MORNING, 60));
        assertThat(refused.getStatus().value()).isEqualTo(400);
        assertThat(text(refused)).contains("Idempotency-Key");
    }

    private EntityExchangeResult<byte[]> send(Api caller, String path, Object body) {
        return caller.http()
                .mutate()
                .responseTimeout(Duration.ofSeconds(30))
                .build()
                .method(HttpMethod.POST)
                .uri(path)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue(body)
                .exchange()
                .expectBody()
                .returnResult();
    }

    private static void assertSame(EntityExchangeResult<byte[]> first, EntityExchangeResult<byte[]> again) {
        assertThat(again.getStatus()).isEqualTo(first.getStatus());
        assertThat(text(again)).isEqualTo(text(first));
        for (String header : List.of(HttpHeaders.ETAG, HttpHeaders.LOCATION, "Change-Position", "Content-Type")) {
            assertThat(again.getResponseHeaders().get(header))
                    .as(header)
                    .isEqualTo(first.getResponseHeaders().get(header));
        }
    }

    private static String text(EntityExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBody();
        return body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
    }

    private String property(String name) {
        return "--" + name + "=" + environment.getRequiredProperty(name);
    }

    private int claims() {
        return jdbc.queryForList("select claim_id from slot_claim where calendar_id = ?", calendar)
                .size();
    }
}
