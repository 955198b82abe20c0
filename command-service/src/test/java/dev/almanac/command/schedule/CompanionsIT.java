package dev.almanac.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@OnRealParts
class CompanionsIT {
    private static final Instant MORNING = Instant.parse("2026-05-04T09:00:00Z");
    private static final long HOUR = 3600;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Api api;
    private String stores = "";
    private String staff = "";

    @BeforeEach
    void two_calendars() {
        api = new Api(port, RealParts.token("ana", "manager"));
        stores = api.created("/calendars", Api.calendar("Stores", 1));
        staff = api.created("/calendars", Api.calendar("Supervisors", 1));
    }

    @Test
    void companions_move_leave_and_return_with_their_primary_at_their_offsets() {
        String supervisor = api.created("/schedules", Api.event(staff, "Supervisor", MORNING, 30));
        String driver = api.created("/schedules", Api.event(staff, "Driver", MORNING.plusSeconds(9 * HOUR), 30));
        String core = api.created(
                "/schedules",
                with(
                        Api.event(stores, "Core", MORNING, 60),
                        companion(supervisor, "PT2H"),
                        companion(driver, "-PT1H")));
        assertThat(start(supervisor)).isEqualTo(MORNING.plusSeconds(2 * HOUR));
        assertThat(start(driver)).isEqualTo(MORNING.minusSeconds(HOUR));

        reschedule(core, MORNING.plusSeconds(24 * HOUR)).expectStatus().isOk();
        assertThat(start(supervisor)).isEqualTo(MORNING.plusSeconds(26 * HOUR));
        assertThat(start(driver)).isEqualTo(MORNING.plusSeconds(23 * HOUR));

        api.post("/schedules/" + core + "/unschedule", Map.of("reason", "closed"))
                .expectStatus()
                .isOk();
        assertThat(claims()).isZero();

        reschedule(core, MORNING.plusSeconds(48 * HOUR)).expectStatus().isOk();
        assertThat(start(core)).isEqualTo(MORNING.plusSeconds(48 * HOUR));
        assertThat(start(supervisor)).isEqualTo(MORNING.plusSeconds(50 * HOUR));

        api.delete("/schedules/" + core).expectStatus().isOk();
        assertThat(claims()).isZero();
        reschedule(core, MORNING).expectStatus().isEqualTo(422);
    }

    @Test
    void a_move_that_cascades_takes_the_companions_of_companions_along_and_ends_where_they_name_each_other() {
        String core = api.created("/schedules", Api.event(stores, "Core", MORNING, 60));
        String driver = api.created(
                "/schedules",
                with(Api.event(staff, "Driver", MORNING.plusSeconds(2 * HOUR), 30), companion(core, "-PT2H")));
        String supervisor = api.created(
                "/schedules",
                with(Api.event(staff, "Supervisor", MORNING.plusSeconds(HOUR), 30), companion(driver, "PT1H")));
        String tour = api.created(
                "/schedules",
                with(Api.event(stores, "Tour", MORNING.plusSeconds(4 * HOUR), 30), companion(supervisor, "-PT3H")));

        reschedule(tour, MORNING.plusSeconds(28 * HOUR)).expectStatus().isOk();
        assertThat(start(supervisor)).isEqualTo(MORNING.plusSeconds(25 * HOUR));
        assertThat(start(driver)).isEqualTo(MORNING.plusSeconds(2 * HOUR));

        api.post(
                        "/schedules/" + tour + "/reschedule",
                        Map.of(
                                "newStartDateTime",
                                MORNING.plusSeconds(52 * HOUR).toString(),
                                "cascade",
                                true))
                .expectStatus()
                .isOk();
        assertThat(start(supervisor)).isEqualTo(MORNING.plusSeconds(49 * HOUR));
        assertThat(start(driver)).isEqualTo(MORNING.plusSeconds(50 * HOUR));
        assertThat(start(core)).isEqualTo(MORNING.plusSeconds(48 * HOUR));

        api.put(
                        "/schedules/" + core,
                        with(Api.event(stores, "Core", MORNING.plusSeconds(48 * HOUR), 60), companion(tour, "PT4H")))
                .expectStatus()
                .isOk();
        api.post(
                        "/schedules/" + core + "/reschedule",
                        Map.of(
                                "newStartDateTime",
                                MORNING.plusSeconds(72 * HOUR).toString(),
                                "cascade",
                                true))
                .expectStatus()
                .isOk();
        assertThat(start(tour)).isEqualTo(MORNING.plusSeconds(76 * HOUR));
        assertThat(start(driver)).isEqualTo(MORNING.plusSeconds(74 * HOUR));
    }

    @Test
    void where_a_companion_finds_no_room_nothing_moves() {
        String supervisor = api.created("/schedules", Api.event(staff, "Supervisor", MORNING, 30));
        String core =
                api.created("/schedules", with(Api.event(stores, "Core", MORNING, 60), companion(supervisor, "PT0S")));
        api.created("/schedules", Api.event(staff, "Holiday", MORNING.plusSeconds(24 * HOUR), 60));

        reschedule(core, MORNING.plusSeconds(24 * HOUR)).expectStatus().isEqualTo(409);

        assertThat(start(core)).isEqualTo(MORNING);
        assertThat(start(supervisor)).isEqualTo(MORNING);
    }

    @Test
    void a_title_finds_the_partner_that_shares_its_six_digits_and_a_missing_one_is_warned_of() {
        String supervisor = api.created("/schedules", Api.event(staff, "606001-SUPERVISOR-Pretzel", MORNING, 30));
        Map<String, Object> core = with(
                Api.event(stores, "606001-CORE-Pretzel", MORNING, 60),
                Map.of("title", "606001-core-pretzel", "offset", "PT2H"),
                Map.of("title", "707002-Supervisor", "offset", "PT2H"),
                companion("nobody", "PT1H"));

        Map<?, ?> answer = api.answer("/schedules", core);

        assertThat((List<?>) answer.get("warnings"))
                .isEqualTo(
                        List.of("No event pairs with the title 707002-Supervisor", "Companion nobody does not exist"));
        assertThat(start(supervisor)).isEqualTo(MORNING.plusSeconds(2 * HOUR));
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec reschedule(
            String id, Instant start) {
        return api.post("/schedules/" + id + "/reschedule", Map.of("newStartDateTime", start.toString()));
    }

    private static Map<String, Object> with(Map<String, Object> event, Map<?, ?>... companions) {
        event.put("companions", List.of(companions));
        return event;
    }

    private static Map<String, Object> companion(String scheduleId, String offset) {
        return Map.of("scheduleId", scheduleId, "offset", offset);
    }

    private Instant start(String id) {
        return jdbc.queryForObject(
                "select starts_at from slot_claim where claim_id = ?",
                (row, _) -> row.getTimestamp(1).toInstant(),
                id);
    }

    private long claims() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from slot_claim where calendar_id in (?, ?)", Long.class, stores, staff));
    }
}
