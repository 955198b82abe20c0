package dev.almanac.command.schedule;

import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** How events stand, for whoever only looks: nothing is locked. */
@Component
public class EventStates {
    private static final Logger LOG = LoggerFactory.getLogger(EventStates.class);
    private final JdbcTemplate jdbc;

    EventStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** One whose changes cannot be read is left out, so that it stops no other. */
    public Map<String, ScheduledEvent> of(Collection<String> scheduleIds) {
        Map<String, ScheduledEvent> states = new HashMap<>();
        Set<String> unreadable = new HashSet<>();
        RowCallbackHandler fold = row -> {
            String id = row.getString(1);
            if (!unreadable.contains(id)) {
                try {
                    ScheduledEvent before = states.getOrDefault(id, new ScheduledEvent.Absent());
                    states.put(id, ScheduledEvent.evolve(before, change(row)));
                } catch (JacksonException | IllegalArgumentException | IllegalStateException e) {
                    LOG.warn("The changes of {} cannot be read: it is left out", id, e);
                    unreadable.add(id);
                    states.remove(id);
                }
            }
        };
        jdbc.query(
                "select aggregate_identifier, payload_type, payload_revision, payload from domain_event_entry"
                        + " where type = 'ScheduledEvent' and aggregate_identifier = any(?)"
                        + " order by aggregate_identifier, sequence_number",
                fold,
                (Object) scheduleIds.toArray(String[]::new));
        return states;
    }

    private static ScheduleChange change(ResultSet row) throws SQLException {
        return (ScheduleChange) ChangeJson.read(row.getBytes(4), Schema.of(row.getString(2), row.getString(3)));
    }
}
