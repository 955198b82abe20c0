package dev.almanac.command.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.command.schedule.LedgerRebuild;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Rows of the event store as an earlier build wrote them: removals of the first revision, which did not always say for how long. */
@OnRealParts
class RevisionIT {
    private static final Instant MORNING = Instant.parse("2026-03-09T09:00:00Z");
    private static final String LATEST = "urn:scheduling:schema:EventRemovedFromCalendar.v1:2";

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private LedgerRebuild rebuild;

    private Api api;
    private String calendar = "";
    private String event = "";

    @BeforeEach
    void an_event() {
        api = new Api(port, RealParts.token("ana", "manager"));
        calendar = api.created("/calendars", Api.calendar("Hall", 1));
        event = api.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));
    }

    @Test
    void a_removal_that_an_earlier_build_stored_still_removes() {
        removedByAnEarlierBuild("");

        move().expectStatus().isEqualTo(422);
        api.post("/schedules/" + event + "/confirm", Map.of()).expectStatus().is4xxClientError();
    }

    @Test
    void an_event_that_an_earlier_build_took_off_for_now_still_comes_back_by_a_move() {
        removedByAnEarlierBuild(", \"unscheduled\": true");

        move().expectStatus().isOk().expectHeader().valueEquals("ETag", "\"2\"");
    }

    @Test
    void what_an_earlier_build_stored_is_published_as_the_latest_revision() {
        removedByAnEarlierBuild("");

        ConsumerRecord<String, byte[]> removal = published();

        assertThat(new String(removal.value(), UTF_8)).contains("\"unscheduled\":false", "\"reason\":\"rain\"");
        assertThat(header(removal, "ce_type")).isEqualTo("EventRemovedFromCalendar.v1");
        assertThat(header(removal, "ce_dataschema")).isEqualTo(LATEST);
        assertThat(header(removal, "sequence")).isEqualTo("1");
        assertThat(header(removal, "actor")).isEqualTo("ana");
    }

    @Test
    void the_ledger_is_rebuilt_from_what_an_earlier_build_stored() {
        removedByAnEarlierBuild("");
        api.post("/schedules", Api.event(calendar, "Banquet", MORNING, 60))
                .expectStatus()
                .isEqualTo(409);

        rebuild.run();

        api.created("/schedules", Api.event(calendar, "Banquet", MORNING, 60));
    }

    @Test
    void what_is_stored_today_is_of_the_latest_revision() {
        api.delete("/schedules/" + event).expectStatus().isOk();

        Map<String, @Nullable Object> stored = jdbc.queryForMap(
                "select payload_type, payload_revision from domain_event_entry"
                        + " where aggregate_identifier = ? and sequence_number = 1",
                event);
        assertThat(stored)
                .containsEntry("payload_type", "EventRemovedFromCalendar.v1")
                .containsEntry("payload_revision", "2");
        assertThat(header(published(), "ce_dataschema")).isEqualTo(LATEST);
    }

    /** As the golden file of the first revision has it. */
    private void removedByAnEarlierBuild(String more) {
        String json = "{\"scheduleId\": \"%s\", \"calendarId\": \"%s\", \"removedBy\": \"ana\", \"reason\": \"rain\"%s}"
                .formatted(event, calendar, more);
        jdbc.update(
                "insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type,"
                        + " time_stamp, payload_type, payload_revision, payload, meta_data)"
                        + " select ?, aggregate_identifier, 1, type, time_stamp, 'EventRemovedFromCalendar.v1', null,"
                        + " ?, meta_data from domain_event_entry where aggregate_identifier = ?",
                UUID.randomUUID().toString(),
                json.getBytes(UTF_8),
                event);
    }

    private ResponseSpec move() {
        return api.post(
                "/schedules/" + event + "/reschedule",
                Map.of("newStartDateTime", MORNING.plusSeconds(7200).toString()));
    }

    private ConsumerRecord<String, byte[]> published() {
        return KafkaLog.records(Topic.SCHEDULES.topicName(), event, 2).getLast();
    }

    private static String header(ConsumerRecord<?, ?> published, String name) {
        return new String(published.headers().lastHeader(name).value(), UTF_8);
    }
}
