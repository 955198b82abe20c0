package dev.almanac.command.ledger;

import dev.almanac.command.ledger.RuleRow.Status;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.events.wire.ChangeJson;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which rules there are, and whose: kept in the transaction that appends their changes. */
@Component
public class RuleLedger {
    private final JdbcTemplate jdbc;
    private final int rulesPerUserMax;

    RuleLedger(JdbcTemplate jdbc, @Value("${almanac.rules.per-user-max}") int rulesPerUserMax) {
        this.jdbc = jdbc;
        this.rulesPerUserMax = rulesPerUserMax;
    }

    /**
     * Keeps the rule as it is now.
     *
     * @param plan null where no calendar counts its runs
     */
    public void keep(RuleRow row, @Nullable RulePlan plan) {
        jdbc.update(
                """
                insert into recurring_rule (rule_id, owner, status, queue, plan) values (?, ?, ?, ?, ?::jsonb)
                on conflict (rule_id) do update set status = excluded.status, queue = excluded.queue,
                  plan = excluded.plan""",
                row.ruleId(),
                row.owner(),
                row.status().name(),
                row.queue(),
                plan == null ? null : ChangeJson.mapper().writeValueAsString(plan));
    }

    /** By which it is found, after it was kept. */
    public void name(String ruleId, String name) {
        jdbc.update(
                "update recurring_rule set name = ?, words = ?::text[] where rule_id = ? and name <> ?",
                name,
                NameWords.indexed(name),
                ruleId,
                name);
    }

    public Optional<RuleRow> find(String ruleId) {
        return jdbc
                .query(
                        "select rule_id, owner, status, queue from recurring_rule where rule_id = ?",
                        (row, _) -> new RuleRow(
                                row.getString(1), row.getString(2), Status.valueOf(row.getString(3)), row.getString(4)),
                        ruleId)
                .stream()
                .findFirst();
    }

    /** Waits for the rules that are being created: from then on each is paused from the start. */
    public void pauseAll(String by, @Nullable String reason) {
        jdbc.update("""
                with alone as materialized (select pg_advisory_xact_lock(hashtextextended('all rules', 2)))
                insert into all_rules_paused (everywhere, paused_by, reason) select true, ?, ? from alone
                on conflict (everywhere) do update set paused_by = excluded.paused_by, reason = excluded.reason""", by, reason);
    }

    public void resumeAll() {
        jdbc.update("delete from all_rules_paused where everywhere");
    }

    /** Who paused all rules, if they are. Until the transaction ends, nobody else does. */
    public Optional<AllPaused> allPaused() {
        jdbc.query("select pg_advisory_xact_lock_shared(hashtextextended('all rules', 2))", _ -> {});
        return jdbc
                .query(
                        "select paused_by, reason from all_rules_paused where everywhere",
                        (row, _) -> new AllPaused(row.getString(1), row.getString(2)))
                .stream()
                .findFirst();
    }

    /** Whoever creates two rules at once waits here for the first to be counted. */
    public Optional<Rejection> refusalOfOneMore(String owner) {
        jdbc.query("select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> {}, "rules of " + owner);
        Integer kept = jdbc.queryForObject(
                "select count(*) from recurring_rule where owner = ? and status <> ?",
                Integer.class,
                owner,
                Status.DELETED.name());
        return kept != null && kept >= rulesPerUserMax
                ? Optional.of(new UserHasTooManyRules(rulesPerUserMax))
                : Optional.empty();
    }

    public boolean knows(String ruleId) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select from recurring_rule where rule_id = ?)", Boolean.class, ruleId));
    }

    /** Those that run, and those whose pause may have ended by itself. */
    public List<String> pausable() {
        return rules(Status.ACTIVE, Status.PAUSED);
    }

    public List<String> pausedWithAll() {
        return rules(Status.PAUSED_WITH_ALL);
    }

    private List<String> rules(Status... statuses) {
        String[] names = List.of(statuses).stream().map(Status::name).toArray(String[]::new);
        return jdbc.query(
                "select rule_id from recurring_rule where status = any(?) order by rule_id",
                (row, _) -> row.getString(1),
                (Object) names);
    }
}
