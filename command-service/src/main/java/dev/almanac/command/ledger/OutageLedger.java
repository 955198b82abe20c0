package dev.almanac.command.ledger;

import dev.almanac.events.TimeSlot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** When resources are out: kept in the transaction that appends the changes of the resource. */
@Component
public class OutageLedger {
    private final JdbcTemplate jdbc;

    OutageLedger(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes these the only outages of the resource. */
    public void keep(String resourceId, List<Outage> outages) {
        jdbc.update("delete from resource_outage where resource_id = ?", resourceId);
        for (Outage outage : outages) {
            jdbc.update(
                    "insert into resource_outage (resource_id, outage_id, starts_at, ends_at, reason)"
                            + " values (?, ?, ?, ?, ?)",
                    resourceId,
                    outage.outageId(),
                    outage.slot().start().atOffset(ZoneOffset.UTC),
                    outage.slot().end().atOffset(ZoneOffset.UTC),
                    outage.reason());
        }
        jdbc.update("update resource set outages_known = true where resource_id = ? and not outages_known", resourceId);
    }

    /** Those of the resources that overlap the slot, the earliest first. SCH-031: those of one resource never overlap. */
    public List<Outage> during(TimeSlot slot, Collection<String> resourceIds) {
        return jdbc.query(
                "select resource_id, outage_id, starts_at, ends_at, reason from resource_outage"
                        + " where resource_id = any(?) and starts_at < ? and ends_at > ? order by starts_at, resource_id",
                OutageLedger::read,
                resourceIds.toArray(String[]::new),
                slot.end().atOffset(ZoneOffset.UTC),
                slot.start().atOffset(ZoneOffset.UTC));
    }

    /** Registered by an earlier build, which did not keep outages. */
    public List<String> unknown(int limit) {
        return jdbc.query(
                "select resource_id from resource where not outages_known limit ?",
                (row, _) -> row.getString(1),
                limit);
    }

    private static Outage read(ResultSet row, int index) throws SQLException {
        return new Outage(
                row.getString("resource_id"),
                row.getString("outage_id"),
                new TimeSlot(
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
                        row.getObject("ends_at", OffsetDateTime.class).toInstant()),
                row.getString("reason"));
    }
}
