package dev.almanac.command.store;

import dev.almanac.events.calendar.CalendarChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Appends to the streams of calendars what bookings lead to. Whoever calls holds the locks of the lanes, so that the
 * next sequence is theirs alone until they commit.
 */
@Component
public class CalendarStreams {
    private static final String TYPE = "Calendar";
    private final JdbcTemplate jdbc;
    private final EventStore store;

    CalendarStreams(JdbcTemplate jdbc, @Lazy EventStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /** Joins the unit of work that is under way. */
    public void append(List<CalendarChange> changes) {
        Map<String, Long> next = new HashMap<>();
        for (CalendarChange change : changes) {
            long sequence = next.computeIfAbsent(change.calendarId(), this::next);
            next.put(change.calendarId(), sequence + 1);
            store.publish(new GenericDomainEventMessage<>(TYPE, change.calendarId(), sequence, change));
        }
    }

    private long next(String calendarId) {
        Long last = jdbc.queryForObject(
                "select max(sequence_number) from domain_event_entry where aggregate_identifier = ?",
                Long.class,
                calendarId);
        return last == null ? 0 : last + 1;
    }
}
