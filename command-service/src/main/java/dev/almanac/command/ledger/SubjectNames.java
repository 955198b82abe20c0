package dev.almanac.command.ledger;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Rules and events by name, of those that a caller may change: managers all, staff what they made and what lies on calendars on
 * which they may book, customers the events that they booked.
 */
@Component
public class SubjectNames {
    private static final String RULES = """
            select rule_id, name from recurring_rule r
            where status <> 'DELETED' and %s
              and (? or owner = ? or exists (select from calendar_grant g
                   where g.calendar_id = r.queue and g.subject = ? and g.level in ('EDIT', 'ADMIN')))""";
    private static final String EVENTS = """
            select schedule_id, title from event_title e
            where %s
              and exists (select from slot_claim c where c.schedule_id = e.schedule_id and c.ends_at > ?::timestamptz)
              and (? or booked_by = ? or (? and exists (select from slot_claim c
                   join calendar_grant g on g.calendar_id = c.calendar_id
                   where c.schedule_id = e.schedule_id and g.subject = ? and g.level in ('EDIT', 'ADMIN'))))""";
    private static final String BY_WORDS = "words && ?::text[]";
    private static final String BEST_FIRST =
            " order by cardinality(array(select unnest(words) intersect select unnest(?::text[]))) desc,"
                    + " cardinality(words), 1 limit ?";

    private final JdbcTemplate jdbc;

    SubjectNames(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A rule or an event, and its name. */
    public record Named(boolean rule, String subjectId, String name) {}

    /** Rules, and events that are not over, whose names share words with the text: those that share most of them. */
    public List<Named> sharing(String text, Caller caller, Instant now, int limit) {
        String[] words = NameWords.indexed(text);
        List<Named> found = new ArrayList<>();
        if (caller.isAtLeast(Role.STAFF)) {
            found.addAll(jdbc.query(
                    RULES.formatted(BY_WORDS) + BEST_FIRST,
                    named(true),
                    words,
                    caller.isManager(),
                    caller.subject(),
                    caller.subject(),
                    words,
                    limit));
        }
        found.addAll(jdbc.query(
                EVENTS.formatted(BY_WORDS) + BEST_FIRST,
                named(false),
                words,
                now.toString(),
                caller.isManager(),
                caller.subject(),
                caller.isAtLeast(Role.STAFF),
                caller.subject(),
                words,
                limit));
        return found;
    }

    /** The rule or the event of that id. */
    public Optional<Named> find(String subjectId, Caller caller, Instant now) {
        List<Named> found = new ArrayList<>();
        if (caller.isAtLeast(Role.STAFF)) {
            found.addAll(jdbc.query(
                    RULES.formatted("rule_id = ?"),
                    named(true),
                    subjectId,
                    caller.isManager(),
                    caller.subject(),
                    caller.subject()));
        }
        found.addAll(jdbc.query(
                EVENTS.formatted("schedule_id = ?"),
                named(false),
                subjectId,
                now.toString(),
                caller.isManager(),
                caller.subject(),
                caller.isAtLeast(Role.STAFF),
                caller.subject()));
        return found.stream().findFirst();
    }

    private static RowMapper<Named> named(boolean rule) {
        return (row, _) -> new Named(rule, row.getString(1), row.getString(2));
    }
}
