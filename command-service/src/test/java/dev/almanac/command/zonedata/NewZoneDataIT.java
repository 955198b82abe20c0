package dev.almanac.command.zonedata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.command.MovableClock;
import dev.almanac.command.MovableZone;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import dev.almanac.testing.FixedClock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A country gives up its summer time: what is booked by its clocks keeps its local time, and the rest its instant. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "almanac.zone-data.first-look=1h")
@Import(MovableClock.class)
class NewZoneDataIT {
    private static int releases = 1;

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private ApplicationContext application;

    private Api api;
    private String hall;
    private String release;
    private final List<String> booked = new ArrayList<>();

    @DynamicPropertySource
    static void realParts(DynamicPropertyRegistry properties) {
        RealParts.registerAlone(properties);
    }

    @BeforeEach
    void connect() {
        MovableZone.keepsSummerTime();
        MovableClock.now = FixedClock.NOW;
        api = new Api(port, RealParts.token("ana", "manager"));
        hall = api.created("/calendars", Api.calendar("Hall", 1));
        release = "20" + (90 + releases++) + "a";
    }

    @AfterAll
    static void back() {
        MovableZone.keepsSummerTime();
    }

    @Test
    void what_is_booked_by_local_time_keeps_it_and_the_rest_its_instant() throws Exception {
        String summer = book("Summer", "2026-06-10T10:00:00", MovableZone.ID);
        String winter = book("Winter", "2026-12-10T10:00:00", MovableZone.ID);
        String instant = book("By UTC", "2026-06-11T10:00:00Z", "UTC");

        newRelease();

        assertThat(starts(summer)).containsExactly("2026-06-10T09:00:00Z");
        assertThat(starts(winter)).containsExactly("2026-12-10T09:00:00Z");
        assertThat(starts(instant)).containsExactly("2026-06-11T10:00:00Z");
        assertThat(versions(summer)).isEqualTo(2);
        assertThat(lastChange(summer))
                .contains("Zone data " + release)
                .contains("\"rescheduledBy\":\"command-service\"")
                .contains("\"newLocalStart\":\"2026-06-10T10:00:00\"");
        assertThat(report()).containsExactly(summer + " MOVED");
    }

    @Test
    void a_series_goes_with_its_clocks_and_so_does_what_was_moved_by_hand() throws Exception {
        String daily = series("Daily", "2026-06-15T14:00:00");
        api.post(
                        "/schedules/" + daily + "@20260616T140000/reschedule",
                        Map.of("newStartDateTime", "2026-06-16T16:00:00", "timeZone", MovableZone.ID))
                .expectStatus()
                .isOk();
        assertThat(starts(daily))
                .containsExactly("2026-06-15T12:00:00Z", "2026-06-16T14:00:00Z", "2026-06-17T12:00:00Z");

        newRelease();

        assertThat(starts(daily))
                .containsExactly("2026-06-15T13:00:00Z", "2026-06-16T15:00:00Z", "2026-06-17T13:00:00Z");
        assertThat(report())
                .containsExactlyInAnyOrder(
                        daily + "@20260615T140000 MOVED",
                        daily + "@20260616T140000 MOVED",
                        daily + "@20260617T140000 MOVED");
    }

    @Test
    void a_series_that_began_long_ago_goes_where_it_is_ahead() throws Exception {
        Map<String, Object> weekly = body("Weekly", "2026-03-02T10:00:00", MovableZone.ID);
        weekly.put("recurrence", Map.of("rrule", "FREQ=WEEKLY;COUNT=6"));
        String id = booked(weekly);

        newRelease();

        assertThat(starts(id))
                .containsExactly(
                        "2026-03-02T09:00:00Z",
                        "2026-03-09T09:00:00Z",
                        "2026-03-16T09:00:00Z",
                        "2026-03-23T09:00:00Z",
                        "2026-03-30T09:00:00Z",
                        "2026-04-06T09:00:00Z");
        assertThat(report()).hasSize(2);
    }

    @Test
    void events_that_follow_on_each_other_go_together() throws Exception {
        String third = book("Third", "2026-06-10T14:00:00", MovableZone.ID);
        String first = book("First", "2026-06-10T12:00:00", MovableZone.ID);
        String second = book("Second", "2026-06-10T13:00:00", MovableZone.ID);

        newRelease();

        assertThat(starts(first)).containsExactly("2026-06-10T11:00:00Z");
        assertThat(starts(second)).containsExactly("2026-06-10T12:00:00Z");
        assertThat(starts(third)).containsExactly("2026-06-10T13:00:00Z");
    }

    @Test
    void what_finds_its_place_taken_stays_and_the_report_says_who_is_there() throws Exception {
        String blocked = book("Blocked", "2026-06-10T10:00:00", MovableZone.ID);
        String inTheWay = book("By UTC", "2026-06-10T09:00:00Z", "UTC");
        String behind = book("Behind", "2026-06-10T09:00:00", MovableZone.ID);
        String daily = series("Daily", "2026-06-15T14:00:00");
        String onTheSecondDay = book("By UTC", "2026-06-16T13:00:00Z", "UTC");

        newRelease();

        assertThat(starts(blocked)).containsExactly("2026-06-10T08:00:00Z");
        assertThat(starts(behind)).containsExactly("2026-06-10T07:00:00Z");
        assertThat(starts(daily))
                .containsExactly("2026-06-15T13:00:00Z", "2026-06-16T12:00:00Z", "2026-06-17T13:00:00Z");
        assertThat(report())
                .containsExactlyInAnyOrder(
                        blocked + " STAYED " + inTheWay,
                        behind + " STAYED " + blocked,
                        daily + "@20260615T140000 MOVED",
                        daily + "@20260616T140000 STAYED " + onTheSecondDay,
                        daily + "@20260617T140000 MOVED");
        assertThat(versions(blocked)).isEqualTo(1);
    }

    @Test
    void the_report_is_read_page_by_page() throws Exception {
        String daily = series("Daily", "2026-07-15T14:00:00");
        newRelease();

        String id = String.valueOf(page("/ops/zone-data?limit=1").getFirst().get("id"));
        assertThat(page("/ops/zone-data?limit=1").getFirst())
                .containsEntry("release", release)
                .containsKey("finishedAt")
                .containsEntry("pending", 0);
        assertThat(page("/ops/zone-data/" + id + "/moves?outcome=MOVED"))
                .filteredOn(move -> daily.equals(move.get("scheduleId")))
                .hasSize(3)
                .first()
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .containsEntry("kind", "OCCURRENCE")
                .containsEntry("localStart", "2026-07-15T14:00")
                .containsEntry("timeZone", MovableZone.ID)
                .containsEntry("fromStartDateTime", "2026-07-15T12:00:00Z")
                .containsEntry("toStartDateTime", "2026-07-15T13:00:00Z");
        assertThat(pages("/ops/zone-data/" + id + "/moves", 1)).isEqualTo(page("/ops/zone-data/" + id + "/moves"));
        for (String unknown : List.of("none", "0", "99999999999999999999")) {
            api.http()
                    .get()
                    .uri("/ops/zone-data/" + unknown + "/moves")
                    .exchange()
                    .expectStatus()
                    .isNotFound();
        }
        for (String bad : List.of("limit=0", "limit=x", "cursor=%00", "cursor=-1", "outcome=LOST")) {
            api.http()
                    .get()
                    .uri("/ops/zone-data/" + id + "/moves?" + bad)
                    .exchange()
                    .expectStatus()
                    .isBadRequest();
        }
    }

    private List<Map<String, Object>> pages(String path, int limit) {
        List<Map<String, Object>> all = new ArrayList<>();
        String cursor = "";
        for (int page = 0; cursor != null && page < 1000; page++) {
            Map<String, Object> answer = get(path + "?limit=" + limit + cursor);
            all.addAll(items(answer));
            cursor = answer.get("nextCursor") == null ? null : "&cursor=" + answer.get("nextCursor");
        }
        return all;
    }

    private List<Map<String, Object>> page(String path) {
        return items(get(path));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> answer) {
        return (List<Map<String, Object>>) Objects.requireNonNull(answer.get("items"));
    }

    private Map<String, Object> get(String path) {
        return Objects.requireNonNull(api.http()
                .get()
                .uri(path)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                .returnResult()
                .getResponseBody());
    }

    @Test
    void what_is_cut_short_goes_on_where_it_stopped_and_moves_nothing_twice() throws Exception {
        String first = book("First", "2026-06-10T10:00:00", MovableZone.ID);
        hall = api.created("/calendars", Api.calendar("Stage", 1));
        String second = book("Second", "2026-06-10T10:00:00", MovableZone.ID);
        MovableZone.givesUpSummerTime();
        String last = first.compareTo(second) < 0 ? second : first;
        jdbc.execute("create function killed() returns trigger language plpgsql as $$ begin"
                + " raise exception sqlstate '57P01'; end $$");
        jdbc.execute("create trigger killed before update on zone_move for each row when (new.schedule_id = '" + last
                + "') execute function killed()");

        assertThat(catchThrowable(() -> Releases.follow(application, release))).isNotNull();
        jdbc.execute("drop trigger killed on zone_move");
        jdbc.execute("drop function killed");
        assertThat(versions(last)).isEqualTo(1);
        Releases.follow(application, release);
        Releases.follow(application, release);

        assertThat(versions(first)).isEqualTo(2);
        assertThat(versions(second)).isEqualTo(2);
        assertThat(report()).containsExactlyInAnyOrder(first + " MOVED", second + " MOVED");
    }

    @Test
    void an_event_that_cannot_be_read_stops_no_other() throws Exception {
        String spoiled = book("Spoiled", "2026-06-10T08:00:00", MovableZone.ID);
        String summer = book("Summer", "2026-06-10T10:00:00", MovableZone.ID);
        jdbc.update("update domain_event_entry set payload = 'spoiled' where aggregate_identifier = ?", spoiled);

        newRelease();

        assertThat(starts(summer)).containsExactly("2026-06-10T09:00:00Z");
        assertThat(report()).containsExactly(summer + " MOVED");
    }

    @Test
    void an_event_whose_companion_cannot_be_read_stays_and_stops_no_other() throws Exception {
        String sound = book("Sound", "2026-06-20T09:00:00", MovableZone.ID);
        Map<String, Object> primary = body("Concert", "2026-06-20T10:00:00", MovableZone.ID);
        primary.put("companions", List.of(Map.of("scheduleId", sound, "offset", "-PT1H")));
        String concert = booked(primary);
        String summer = book("Summer", "2026-06-10T10:00:00", MovableZone.ID);
        jdbc.update("update domain_event_entry set payload = 'spoiled' where aggregate_identifier = ?", sound);

        newRelease();

        assertThat(starts(concert)).containsExactly("2026-06-20T08:00:00Z");
        assertThat(starts(summer)).containsExactly("2026-06-10T09:00:00Z");
        assertThat(report()).containsExactlyInAnyOrder(concert + " STAYED", summer + " MOVED");
        assertThat(Releases.unmoved(application)).isEqualTo(1);
        jdbc.update("delete from slot_claim where claim_id = ?", concert);
        assertThat(Releases.unmoved(application)).isZero();
    }

    @Test
    void companions_go_once_with_their_primary() throws Exception {
        String crew = api.created("/calendars", Api.calendar("Crew", 1));
        Map<String, Object> companion = body("Sound", "2026-06-20T09:00:00", MovableZone.ID);
        companion.put("calendarId", crew);
        String sound = booked(companion);
        Map<String, Object> primary = body("Concert", "2026-06-20T10:00:00", MovableZone.ID);
        primary.put("companions", List.of(Map.of("scheduleId", sound, "offset", "-PT1H")));
        String concert = booked(primary);
        int before = versions(sound);

        newRelease();

        assertThat(starts(concert)).containsExactly("2026-06-20T09:00:00Z");
        assertThat(starts(sound)).containsExactly("2026-06-20T08:00:00Z");
        assertThat(versions(sound)).isEqualTo(before + 1);
        assertThat(report()).containsExactlyInAnyOrder(concert + " MOVED", sound + " MOVED");
    }

    @Test
    void a_companion_that_goes_on_by_now_goes_along_and_one_that_is_over_stays() throws Exception {
        String crew = api.created("/calendars", Api.calendar("Crew", 2));
        String buildUp = booked(between(crew, "2026-03-01T13:00:00Z", "2026-03-28T13:00:00Z"));
        String briefing = booked(between(crew, "2026-03-01T13:00:00Z", "2026-03-01T14:00:00Z"));
        String concert = primary("2026-03-30T10:00:00", Map.of(buildUp, "-PT691H", briefing, "-PT691H"));
        String beside = book("Beside", "2026-04-06T10:00:00", MovableZone.ID);
        MovableClock.now = Instant.parse("2026-03-02T12:00:00Z");

        newRelease();

        assertThat(starts(concert)).containsExactly("2026-03-30T09:00:00Z");
        assertThat(starts(beside)).containsExactly("2026-04-06T09:00:00Z");
        assertThat(starts(buildUp)).containsExactly("2026-03-01T14:00:00Z");
        assertThat(starts(briefing)).containsExactly("2026-03-01T13:00:00Z");
        assertThat(report()).containsExactlyInAnyOrder(concert + " MOVED", beside + " MOVED");
    }

    @Test
    void a_companion_that_somebody_placed_by_itself_stays_there() throws Exception {
        String crew = api.created("/calendars", Api.calendar("Crew", 1));
        String sound = booked(between(crew, "2026-06-20T07:00:00Z", "2026-06-20T08:00:00Z"));
        String concert = primary("2026-06-20T10:00:00", Map.of(sound, "-PT1H"));
        api.post("/schedules/" + sound + "/reschedule", Map.of("newStartDateTime", "2026-06-19T16:00:00Z"))
                .expectStatus()
                .isOk();

        newRelease();

        assertThat(starts(concert)).containsExactly("2026-06-20T09:00:00Z");
        assertThat(starts(sound)).containsExactly("2026-06-19T16:00:00Z");
    }

    @Test
    void it_is_taken_back_as_any_move_is() throws Exception {
        String summer = book("Summer", "2026-06-10T10:00:00", MovableZone.ID);
        newRelease();
        String change = Objects.requireNonNull(jdbc.queryForObject(
                "select event_identifier from domain_event_entry where aggregate_identifier = ? and sequence_number = 1",
                String.class,
                summer));

        api.post("/changes/" + change + "/undo", Map.of()).expectStatus().isOk();

        assertThat(starts(summer)).containsExactly("2026-06-10T08:00:00Z");
    }

    private void newRelease() throws Exception {
        MovableZone.givesUpSummerTime();
        Releases.follow(application, release);
    }

    private String book(String title, String start, String zone) {
        return booked(body(title, start, zone));
    }

    private String booked(Map<String, Object> body) {
        booked.add(api.created("/schedules", body));
        return booked.getLast();
    }

    private String series(String title, String start) {
        Map<String, Object> body = body(title, start, MovableZone.ID);
        body.put("recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=3"));
        return booked(body);
    }

    private Map<String, Object> body(String title, String start, String zone) {
        String end = start.substring(0, 11)
                + "%02d".formatted(Integer.parseInt(start.substring(11, 13)) + 1)
                + start.substring(13);
        return new HashMap<>(Map.of(
                "calendarId", hall,
                "title", title,
                "startDateTime", start,
                "endDateTime", end,
                "timeZone", zone));
    }

    private Map<String, Object> between(String calendarId, String start, String end) {
        return Map.of(
                "calendarId", calendarId,
                "title", "Companion",
                "startDateTime", start,
                "endDateTime", end,
                "timeZone", "UTC");
    }

    private String primary(String start, Map<String, String> companions) {
        Map<String, Object> body = body("Concert", start, MovableZone.ID);
        body.put(
                "companions",
                companions.entrySet().stream()
                        .map(companion -> Map.of("scheduleId", companion.getKey(), "offset", companion.getValue()))
                        .toList());
        return booked(body);
    }

    private List<String> starts(String scheduleId) {
        return jdbc.query(
                "select starts_at from slot_claim where schedule_id = ? order by claim_id",
                (row, _) -> row.getObject(1, OffsetDateTime.class).toInstant().toString(),
                scheduleId);
    }

    private int versions(String scheduleId) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from domain_event_entry where aggregate_identifier = ?", Integer.class, scheduleId));
    }

    private String lastChange(String scheduleId) {
        return new String(
                Objects.requireNonNull(jdbc.queryForObject(
                        "select payload from domain_event_entry where aggregate_identifier = ?"
                                + " order by sequence_number desc limit 1",
                        byte[].class,
                        scheduleId)),
                java.nio.charset.StandardCharsets.UTF_8);
    }

    private List<String> report() {
        return jdbc.query(
                "select item_id || ' ' || outcome || coalesce(' ' || array_to_string(in_the_way, ','), '') from zone_move"
                        + " join zone_passage using (passage_id) where release = ? and schedule_id = any(?)",
                (row, _) -> row.getString(1),
                release,
                booked.toArray(String[]::new));
    }
}
