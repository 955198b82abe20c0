package dev.almanac.command.ledger;

import dev.almanac.command.ledger.RunRow.State;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which runs are not over, as rule-expander says; every call joins the transaction that is under way. */
@Component
public class RunLedger {
    /** As many missed runs of a rule as rule-expander keeps; the oldest give way. */
    private static final int MISSED_MAX = 1000;

    private final JdbcTemplate jdbc;

    RunLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<RunRow> find(String occurrenceId) {
        return jdbc
                .query(
                        "select occurrence_id, rule_id, state, attempt from run where occurrence_id = ?",
                        (row, _) -> new RunRow(
                                row.getString(1), row.getString(2), State.valueOf(row.getString(3)), row.getInt(4)),
                        occurrenceId)
                .stream()
                .findFirst();
    }

    /** How many runs of the rule are going on, or about to. */
    public int going(String ruleId) {
        Integer found = jdbc.queryForObject(
                "select count(*) from run where rule_id = ? and state in ('REQUESTED', 'DUE', 'RUNNING', 'RETRYING')",
                Integer.class,
                ruleId);
        return found == null ? 0 : found;
    }

    /** A person decided, and rule-expander will say what comes of it. */
    public void decided(RunRow row) {
        put(row, -1);
    }

    /** Whether this was not heard before; from then on it was. */
    public boolean hears(String ruleId, long sequence) {
        return jdbc.update("""
                insert into run_heard as known (rule_id, sequence) values (?, ?)
                on conflict (rule_id) do update set sequence = excluded.sequence
                where known.sequence < excluded.sequence""", ruleId, sequence) > 0;
    }

    public void put(RunRow row, long sequence) {
        jdbc.update("""
                insert into run (occurrence_id, rule_id, state, attempt, sequence) values (?, ?, ?, ?, ?)
                on conflict (occurrence_id) do update set state = excluded.state, attempt = excluded.attempt,
                  sequence = excluded.sequence""", row.occurrenceId(), row.ruleId(), row.state().name(), row.attempt(), sequence);
        if (row.state() == State.MISSED) {
            jdbc.update("""
                    delete from run where occurrence_id = any(array(
                      select occurrence_id from run where rule_id = ? and state = 'MISSED'
                      order by sequence desc offset ?))""", row.ruleId(), MISSED_MAX);
        }
    }

    /** It is over. */
    public void forget(String occurrenceId) {
        jdbc.update("delete from run where occurrence_id = ?", occurrenceId);
    }

    /** Its rule is gone: what was missed stays missed, and what goes on may still be reported on. */
    public void forgetMissed(String ruleId) {
        jdbc.update("delete from run where rule_id = ? and state in ('MISSED', 'POSTPONED')", ruleId);
    }
}
