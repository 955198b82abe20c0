package dev.almanac.command.schedule;

import dev.almanac.command.schedule.model.ScheduleState;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** How events stand, for whoever only looks: nothing is locked. */
@Component
public class EventStates {
    private final JdbcTemplate jdbc;

    EventStates(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Map<String, ScheduleState> of(Collection<String> scheduleIds) {
        Map<String, ScheduleState> states = new HashMap<>();
        RowCallbackHandler fold = row -> {
            ScheduleChange change =
                    (ScheduleChange) ChangeJson.read(row.getBytes(4), Schema.of(row.getString(2), row.getString(3)));
            ScheduleState before = states.getOrDefault(row.getString(1), new ScheduleState.Absent());
            states.put(row.getString(1), ScheduleState.evolve(before, change));
        };
        jdbc.query(
                "select aggregate_identifier, payload_type, payload_revision, payload from domain_event_entry"
                        + " where type = 'ScheduledEvent' and aggregate_identifier = any(?)"
                        + " order by aggregate_identifier, sequence_number",
                fold,
                (Object) scheduleIds.toArray(String[]::new));
        return states;
    }
}
