package dev.almanac.command.ledger;

import static java.time.ZoneOffset.UTC;

import dev.almanac.events.TimeSlot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The ledger's rows in PostgreSQL; every call joins the transaction that is under way. */
@Component
class LedgerTables {
    private static final String LANE =
            "select calendar_id, capacity, allow_overbooking, active, time_zone from lane where calendar_id = ?";
    private static final String OVERLAPPING = overlapping();
    private final JdbcTemplate jdbc;

    LedgerTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void save(Lane lane) {
        jdbc.update("""
                insert into lane (calendar_id, capacity, allow_overbooking, active, time_zone) values (?, ?, ?, ?, ?)
                on conflict (calendar_id) do update set capacity = excluded.capacity,
                  allow_overbooking = excluded.allow_overbooking, active = excluded.active,
                  time_zone = excluded.time_zone""", lane.calendarId(), lane.capacity(), lane.allowOverbooking(), lane.active(), lane.timeZone());
    }

    Optional<Lane> lane(String calendarId) {
        return jdbc.query(LANE, LedgerTables::readLane, calendarId).stream().findFirst();
    }

    Optional<Lane> lockLane(String calendarId) {
        return jdbc.query(LANE + " for update", LedgerTables::readLane, calendarId).stream()
                .findFirst();
    }

    void saveResource(String resourceId) {
        jdbc.update("insert into resource (resource_id) values (?) on conflict do nothing", resourceId);
    }

    List<String> unknownResources(List<String> resourceIds) {
        return jdbc.query(
                "select wanted from unnest(?) wanted where not exists (select from resource where resource_id = wanted)",
                (row, _) -> row.getString(1),
                (Object) resourceIds.toArray(String[]::new));
    }

    List<Claim> claimsOf(String scheduleId, String calendarId) {
        return jdbc.query(
                "select claim_id, schedule_id, title, starts_at, ends_at from slot_claim"
                        + " where schedule_id = ? and calendar_id = ?",
                LedgerTables::readClaim,
                scheduleId,
                calendarId);
    }

    /** Bounded by the claims that overlap and by those that start at most one span's length before the slot. */
    List<Claim> overlapping(String calendarId, TimeSlot slot, String exceptScheduleId) {
        Object[] arguments = new Object[Span.values().length * 4 + 1];
        int next = 0;
        for (Span span : Span.values()) {
            arguments[next++] = calendarId;
            arguments[next++] = at(slot.start().minus(span.longest()));
            arguments[next++] = at(slot.end());
            arguments[next++] = at(slot.start());
        }
        arguments[next] = exceptScheduleId;
        return jdbc.query(OVERLAPPING, LedgerTables::readClaim, arguments);
    }

    void replace(String scheduleId, String calendarId, List<Claim> claims) {
        release(scheduleId);
        jdbc.batchUpdate(
                "insert into slot_claim (claim_id, calendar_id, schedule_id, title, span, starts_at, ends_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                claims.stream().map(claim -> row(calendarId, claim)).toList());
    }

    void release(String scheduleId) {
        jdbc.update("delete from slot_claim where schedule_id = ?", scheduleId);
    }

    private static Object[] row(String calendarId, Claim claim) {
        return new Object[] {
            claim.claimId(),
            calendarId,
            claim.scheduleId(),
            claim.title(),
            Span.of(claim.slot()).code(),
            at(claim.slot().start()),
            at(claim.slot().end())
        };
    }

    private static String overlapping() {
        StringBuilder union = new StringBuilder();
        for (Span span : Span.values()) {
            union.append(union.isEmpty() ? "" : " union all ")
                    .append("select * from slot_claim where calendar_id = ? and span = ")
                    .append(span.code())
                    .append(" and starts_at >= ? and starts_at < ? and ends_at > ?");
        }
        return "select claim_id, schedule_id, title, starts_at, ends_at from (" + union
                + ") claim where schedule_id <> ? order by starts_at, claim_id";
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(UTC);
    }

    private static Lane readLane(ResultSet row, int index) throws SQLException {
        return new Lane(
                row.getString("calendar_id"),
                row.getInt("capacity"),
                row.getBoolean("allow_overbooking"),
                row.getBoolean("active"),
                row.getString("time_zone"));
    }

    private static Claim readClaim(ResultSet row, int index) throws SQLException {
        return new Claim(
                row.getString("claim_id"),
                row.getString("schedule_id"),
                row.getString("title"),
                new TimeSlot(instant(row, "starts_at"), instant(row, "ends_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
