package dev.almanac.command.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.command.RealParts;
import dev.almanac.testing.Postgres;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What was named before names were kept is found by them, too. */
class SubjectNamesMigrationIT {
    private static final List<String> NAMES =
            List.of("Nightly backup", "Kaffeemaschine PRÜFEN", "Élan-Vital (2026)", "a", "x  y,  z");

    @Test
    void the_words_of_what_is_there_already_are_those_that_the_service_would_keep() {
        var source = new DriverManagerDataSource(RealParts.newDatabase("names_before"), Postgres.USER, "");
        var jdbc = new JdbcTemplate(source);
        Flyway.configure().dataSource(source).target("58").load().migrate();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            change(jdbc, "rule-" + i, "RecurringRule", "RuleCreated.v1", "{'profile': {'name': 'Before'}}", 0);
            change(jdbc, "rule-" + i, "RecurringRule", "RuleUpdated.v1", "{'profile': {'name': '" + name + "'}}", 1);
            change(jdbc, "event-" + i, "ScheduledEvent", "EventScheduledOnCalendar.v1", "{'scheduledBy': 'ana'}", 0);
            jdbc.update(
                    "insert into recurring_rule (rule_id, owner, status, queue) values (?, 'ana', 'ACTIVE', 'q')",
                    "rule-" + i);
            jdbc.update("insert into event_title (schedule_id, title) values (?, ?)", "event-" + i, name);
        }

        Flyway.configure().dataSource(source).load().migrate();

        for (int i = 0; i < NAMES.size(); i++) {
            List<String> words = Arrays.asList(NameWords.indexed(NAMES.get(i)));
            assertThat(words(jdbc, "recurring_rule where rule_id = ?", "rule-" + i))
                    .containsExactlyInAnyOrderElementsOf(words);
            assertThat(words(jdbc, "event_title where schedule_id = ? and booked_by = 'ana'", "event-" + i))
                    .containsExactlyInAnyOrderElementsOf(words);
        }
        assertThat(jdbc.queryForObject("select name from recurring_rule where rule_id = 'rule-0'", String.class))
                .isEqualTo("Nightly backup");
    }

    private static List<String> words(JdbcTemplate jdbc, String from, String id) {
        return jdbc.query("select unnest(words) from " + from, (row, _) -> row.getString(1), id);
    }

    private static void change(
            JdbcTemplate jdbc, String subject, String kind, String type, String json, long sequence) {
        jdbc.update(
                "insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                        + " payload_type, payload) values (?, ?, ?, ?, '2026-03-01T12:00:00Z', ?, ?)",
                subject + "-" + sequence,
                subject,
                sequence,
                kind,
                type,
                json.replace('\'', '"').getBytes(UTF_8));
    }
}
