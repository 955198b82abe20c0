package dev.almanac.command.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.KafkaLog;
import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.events.wire.Topic;
import dev.almanac.testing.Api;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@OnRealParts
class PublishingIT {
    private static final Instant MORNING = Instant.parse("2026-03-09T09:00:00Z");

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void a_change_is_published_byte_for_byte_as_it_was_stored() {
        Api api = new Api(port, RealParts.token("ana", "manager"));
        String calendar = api.created("/calendars", Api.calendar("Hall", 100));
        String event = api.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));

        var record = KafkaLog.records(Topic.SCHEDULES.topicName(), event, 1).getFirst();

        Map<String, @Nullable Object> stored =
                jdbc.queryForMap("select * from domain_event_entry where aggregate_identifier = ?", event);
        assertThat(record.value()).isEqualTo((byte[]) stored.get("payload"));
        assertThat(header(record, "ce_type")).isEqualTo(stored.get("payload_type"));
        assertThat(header(record, "ce_id")).isEqualTo(stored.get("event_identifier"));
        assertThat(header(record, "position")).isEqualTo(String.valueOf(stored.get("global_index")));
        assertThat(header(record, "actor")).isEqualTo("ana");
    }

    private static String header(org.apache.kafka.clients.consumer.ConsumerRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
