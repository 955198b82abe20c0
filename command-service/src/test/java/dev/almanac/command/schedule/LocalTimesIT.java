package dev.almanac.command.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bookings keep the local time that they were given; the instants follow from it (RFC 5545 3.3.5). */
@OnRealParts
class LocalTimesIT {
    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    private Api api;
    private String calendar;

    @BeforeEach
    void connect() {
        api = new Api(port, RealParts.token("ana", "manager"));
        calendar = api.created("/calendars", Api.calendar("Hall", 100));
    }

    @Test
    void a_series_that_starts_where_the_clocks_leap_is_late_on_its_first_day_only() {
        String id = api.created(
                "/schedules", daily("2027-03-14T02:30:00", "2027-03-14T04:30:00-04:00", "America/New_York"));
        List<String> expected = List.of("2027-03-14T07:30:00Z", "2027-03-15T06:30:00Z", "2027-03-16T06:30:00Z");
        assertThat(starts(id)).isEqualTo(expected);

        api.http()
                .patch()
                .uri("/schedules/" + id)
                .contentType(MediaType.parseMediaType("application/merge-patch+json"))
                .bodyValue(Map.of("title", "Renamed"))
                .exchange()
                .expectStatus()
                .isOk();
        assertThat(starts(id)).isEqualTo(expected);

        api.post("/schedules/" + id + "/reschedule", Map.of("newStartDateTime", "2027-03-14T05:30:00-04:00"))
                .expectStatus()
                .isOk();
        assertThat(starts(id)).containsExactly("2027-03-14T09:30:00Z", "2027-03-15T09:30:00Z", "2027-03-16T09:30:00Z");
    }

    @Test
    void a_series_that_starts_in_the_second_pass_of_an_hour_starts_there() {
        String id =
                api.created("/schedules", daily("2027-11-07T06:30:00Z", "2027-11-07T07:30:00Z", "America/New_York"));
        assertThat(starts(id)).containsExactly("2027-11-07T06:30:00Z", "2027-11-08T06:30:00Z", "2027-11-09T06:30:00Z");
    }

    @Test
    void whole_days_that_end_on_the_day_on_which_they_begin_are_booked_and_never_an_outage() {
        Map<String, Object> series = daily("2027-06-10T22:00:00Z", "2027-06-11T04:00:00Z", "Europe/Vienna");
        series.put("allDay", true);
        assertThat(starts(api.created("/schedules", series))).hasSize(3);
    }

    private Map<String, Object> daily(String start, String end, String zone) {
        return new HashMap<>(Map.of(
                "calendarId", calendar,
                "title", "Daily",
                "startDateTime", start,
                "endDateTime", end,
                "timeZone", zone,
                "recurrence", Map.of("rrule", "FREQ=DAILY;COUNT=3")));
    }

    private List<String> starts(String scheduleId) {
        return jdbc.query(
                "select starts_at from slot_claim where schedule_id = ? order by starts_at",
                (row, _) -> row.getTimestamp(1).toInstant().toString(),
                scheduleId);
    }
}
