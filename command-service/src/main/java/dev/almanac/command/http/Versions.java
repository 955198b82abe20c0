package dev.almanac.command.http;

import dev.almanac.command.store.Receipt;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Where a subject stands in the event store. */
@Component
class Versions {
    private static final String LAST = """
            select sequence_number, event_identifier, global_index from domain_event_entry
            where aggregate_identifier = ? order by sequence_number desc limit 1""";

    private final JdbcTemplate jdbc;

    Versions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Receipt.Entry last(String subject) {
        return jdbc.queryForObject(
                LAST,
                (row, _) -> new Receipt.Entry(subject, row.getLong(1), row.getString(2), row.getLong(3)),
                subject);
    }
}
