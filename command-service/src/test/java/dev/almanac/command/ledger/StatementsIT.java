package dev.almanac.command.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.OnRealParts;
import dev.almanac.command.RealParts;
import dev.almanac.testing.Api;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

@OnRealParts
class StatementsIT {
    private static final Instant MORNING = Instant.parse("2026-03-09T09:00:00Z");
    private static final int EVENTS = 50;
    private static final Duration COUNTERS_ARE_TOLD_WITHIN = Duration.ofSeconds(30);

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void no_command_reads_a_table_whole() {
        Api api = new Api(port, RealParts.token("ana", "manager"));
        String calendar = api.created("/calendars", Api.calendar("Hall", 100));
        long byIndex = counted("idx_scan");
        long whole = counted("seq_tup_read");

        for (int i = 0; i < EVENTS; i++) {
            String event = api.created("/schedules", Api.event(calendar, "Talk", MORNING, 60));
            api.post("/schedules/" + event + "/reschedule", Map.of("newStartDateTime", MORNING.plusSeconds(3600L * i)))
                    .expectStatus()
                    .isOk();
        }

        await().atMost(COUNTERS_ARE_TOLD_WITHIN)
                .untilAsserted(() -> assertThat(counted("idx_scan")).isGreaterThan(byIndex + 2 * EVENTS));
        assertThat(counted("seq_tup_read")).isEqualTo(whole);
    }

    private long counted(String counter) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select sum(" + counter + ") from pg_stat_user_tables where relname in ('slot_claim',"
                        + " 'domain_event_entry', 'snapshot_event_entry', 'companion', 'event_title')",
                Long.class));
    }
}
