package dev.almanac.command.ledger;

import dev.almanac.command.access.Access;
import dev.almanac.command.access.Action;
import dev.almanac.command.access.Caller;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.calendar.ShareLevel;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Who holds what on which calendar: kept in the transaction that appends the calendar's changes. */
@Component
public class GrantLedger {
    private final JdbcTemplate jdbc;

    GrantLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes these the only grants of the calendar. */
    public void keep(String calendarId, Map<String, ShareLevel> grants) {
        List<String> subjects = List.copyOf(grants.keySet());
        jdbc.update("delete from calendar_grant where calendar_id = ?", calendarId);
        jdbc.update(
                "insert into calendar_grant (calendar_id, subject, level) select ?, * from unnest(?::text[], ?::text[])",
                calendarId,
                subjects.toArray(String[]::new),
                subjects.stream().map(grants::get).map(ShareLevel::name).toArray(String[]::new));
    }

    /** The first of the calendars on which the caller may not do this decides. Managers need no look. */
    public Optional<Rejection> refusal(Caller caller, Action action, Collection<String> calendarIds) {
        if (caller.isManager() || calendarIds.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ShareLevel> held = heldBy(caller.subject(), calendarIds);
        return calendarIds.stream()
                .flatMap(id -> Access.refusal(caller, action, held.get(id)).stream())
                .findFirst();
    }

    private Map<String, ShareLevel> heldBy(String subject, Collection<String> calendarIds) {
        Map<String, ShareLevel> held = new HashMap<>();
        RowCallbackHandler note = row -> held.put(row.getString(1), ShareLevel.valueOf(row.getString(2)));
        jdbc.query(
                "select calendar_id, level from calendar_grant where subject = ? and calendar_id = any(?)",
                note,
                subject,
                calendarIds.toArray(String[]::new));
        return held;
    }
}
