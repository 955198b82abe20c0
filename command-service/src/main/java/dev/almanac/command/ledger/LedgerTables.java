package dev.almanac.command.ledger;

import dev.almanac.events.TimeSlot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** The ledger's rows in PostgreSQL; every call joins the transaction that is under way. */
@Component
class LedgerTables {
    private static final String LANES =
            "select calendar_id, capacity, allow_overbooking, active, time_zone from lane where calendar_id ";
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
        return jdbc.query(LANES + "= ?", LedgerTables::readLane, calendarId).stream()
                .findFirst();
    }

    /** In the order of their ids, so that two commands never wait for each other. */
    List<Lane> lockLanes(Collection<String> calendarIds) {
        return switch (calendarIds.size()) {
            case 0 -> List.of();
            case 1 ->
                jdbc.query(
                        LANES + "= ? for update",
                        LedgerTables::readLane,
                        calendarIds.iterator().next());
            default ->
                jdbc.query(LANES + "= any(?) order by calendar_id for update", LedgerTables::readLane, (Object)
                        calendarIds.toArray(String[]::new));
        };
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

    /**
     * One query for all wanted claims. Bounded by the claims that overlap and by those that start at most one span's
     * length before a slot, however many the calendar has.
     */
    Map<Claim, List<Claim>> overlapping(List<Claim> wanted, List<String> exceptScheduleIds) {
        Map<Claim, List<Claim>> overlapping = new HashMap<>();
        if (!wanted.isEmpty()) {
            RowCallbackHandler add = row -> overlapping
                    .computeIfAbsent(wanted.get(row.getInt("place") - 1), _ -> new ArrayList<>())
                    .add(readClaim(row));
            jdbc.query(
                    OVERLAPPING,
                    add,
                    texts(wanted, Claim::calendarId),
                    instants(wanted, TimeSlot::start),
                    instants(wanted, TimeSlot::end),
                    exceptScheduleIds.toArray(String[]::new));
        }
        return overlapping;
    }

    /** Those that are there already move. */
    void put(List<Claim> claims) {
        put("slot_claim", claims);
    }

    void put(String table, List<Claim> claims) {
        if (!claims.isEmpty()) {
            jdbc.update(
                    "insert into " + table
                            + " (claim_id, calendar_id, schedule_id, title, span, starts_at, ends_at) select * from"
                            + " unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::timestamptz[],"
                            + " ?::timestamptz[]) on conflict (claim_id) do update set calendar_id = excluded.calendar_id,"
                            + " schedule_id = excluded.schedule_id, title = excluded.title, span = excluded.span,"
                            + " starts_at = excluded.starts_at, ends_at = excluded.ends_at",
                    texts(claims, Claim::claimId),
                    texts(claims, Claim::calendarId),
                    texts(claims, Claim::scheduleId),
                    texts(claims, Claim::title),
                    claims.stream().map(claim -> Span.of(claim.slot()).code()).toArray(Integer[]::new),
                    instants(claims, TimeSlot::start),
                    instants(claims, TimeSlot::end));
        }
    }

    void delete(List<String> claimIds) {
        if (!claimIds.isEmpty()) {
            jdbc.update("delete from slot_claim where claim_id = any(?)", (Object) claimIds.toArray(String[]::new));
        }
    }

    private static String[] texts(List<Claim> claims, Function<Claim, String> text) {
        return claims.stream().map(text).toArray(String[]::new);
    }

    /** As text, because the driver knows no arrays of instants. */
    private static String[] instants(List<Claim> claims, Function<TimeSlot, Instant> instant) {
        return texts(claims, claim -> instant.apply(claim.slot()).toString());
    }

    private static String overlapping() {
        StringBuilder union = new StringBuilder();
        for (Span span : Span.values()) {
            union.append(union.isEmpty() ? "" : " union all ")
                    .append("select * from slot_claim where calendar_id = wanted.calendar_id and span = ")
                    .append(span.code())
                    .append(" and starts_at >= wanted.starts_at - interval '")
                    .append(span.longest().toHours())
                    .append(" hours' and starts_at < wanted.ends_at and ends_at > wanted.starts_at");
        }
        return "select wanted.place, claim.claim_id, claim.schedule_id, claim.calendar_id, claim.title, claim.starts_at,"
                + " claim.ends_at from unnest(?::text[], ?::timestamptz[], ?::timestamptz[])"
                + " with ordinality wanted(calendar_id, starts_at, ends_at, place) cross join lateral (" + union
                + ") claim where claim.schedule_id <> all(?::text[]) order by place, claim.starts_at, claim.claim_id";
    }

    private static Lane readLane(ResultSet row, int index) throws SQLException {
        return new Lane(
                row.getString("calendar_id"),
                row.getInt("capacity"),
                row.getBoolean("allow_overbooking"),
                row.getBoolean("active"),
                row.getString("time_zone"));
    }

    private static Claim readClaim(ResultSet row) throws SQLException {
        return new Claim(
                row.getString("claim_id"),
                row.getString("schedule_id"),
                row.getString("calendar_id"),
                row.getString("title"),
                new TimeSlot(instant(row, "starts_at"), instant(row, "ends_at")));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
