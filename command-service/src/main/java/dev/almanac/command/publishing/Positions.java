package dev.almanac.command.publishing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Looks up the place of changes in the store: Axon's token knows only the highest one seen so far. */
@Component
public class Positions {
    private final JdbcTemplate jdbc;

    Positions(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<String, Long> of(List<String> changeIds) {
        Map<String, Long> positions = new HashMap<>();
        jdbc.query(
                "select event_identifier, global_index from domain_event_entry where event_identifier = any(?)",
                (RowCallbackHandler) row -> positions.put(row.getString(1), row.getLong(2)),
                (Object) changeIds.toArray(String[]::new));
        return positions;
    }

    /** Where the subject's last change stands, 0 when it has none. */
    public long ofLast(String subject) {
        return jdbc
                .query(
                        "select global_index from domain_event_entry where aggregate_identifier = ?"
                                + " order by sequence_number desc limit 1",
                        (row, _) -> row.getLong(1),
                        subject)
                .stream()
                .findFirst()
                .orElse(0L);
    }

    /** The last position of the store, 0 when it is empty. */
    long head() {
        Long head = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event_entry", Long.class);
        return head == null ? 0 : head;
    }
}
