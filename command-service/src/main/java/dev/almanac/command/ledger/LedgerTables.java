package dev.almanac.command.ledger;

import dev.almanac.command.rows.DeferredWrites;
import dev.almanac.command.rows.RoundTrip;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.calendar.BookingRules;
import dev.almanac.events.calendar.CalendarType;
import dev.almanac.events.wire.ChangeJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The ledger's rows in PostgreSQL; every call joins the transaction that is under way. */
@Component
class LedgerTables {
    private static final String LANES =
            "select calendar_id, capacity, allow_overbooking, active, time_zone, calendar_type, bookable from lane where calendar_id ";
    private static final String OVERLAPPING = overlapping();
    /** Who lowers a capacity waits for no more than a second. */
    private static final int AHEAD_MAX = 100_000;

    private final JdbcTemplate jdbc;

    LedgerTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void save(Lane lane) {
        jdbc.update(
                """
                insert into lane (calendar_id, capacity, allow_overbooking, active, time_zone, calendar_type, bookable)
                values (?, ?, ?, ?, ?, ?, ?::jsonb)
                on conflict (calendar_id) do update set capacity = excluded.capacity,
                  allow_overbooking = excluded.allow_overbooking, active = excluded.active,
                  time_zone = excluded.time_zone, calendar_type = excluded.calendar_type,
                  bookable = excluded.bookable""",
                lane.calendarId(),
                lane.capacity(),
                lane.allowOverbooking(),
                lane.active(),
                lane.timeZone(),
                lane.type() == null ? null : lane.type().name(),
                lane.bookable() == null ? null : ChangeJson.mapper().writeValueAsString(lane.bookable()));
    }

    Optional<Lane> lane(String calendarId) {
        return jdbc.query(LANES + "= ?", (row, _) -> readLane(row), calendarId).stream()
                .findFirst();
    }

    /**
     * Locks the lanes in the order of their ids, so that two commands never wait for each other, and then looks at what is
     * claimed on them. The look is bounded by the claims that overlap and by those that start at most one span's length
     * before a slot, however many the calendar has.
     *
     * @param exceptScheduleIds whose claims are not looked at
     */
    LockedLanes lock(Set<String> calendarIds, List<Claim> wanted, List<String> exceptScheduleIds) {
        Map<String, Lane> lanes = new HashMap<>();
        Map<Claim, List<Claim>> others = new HashMap<>();
        if (!calendarIds.isEmpty()) {
            RoundTrip trip = lock(calendarIds);
            if (!wanted.isEmpty()) {
                trip.add(
                        OVERLAPPING,
                        texts(wanted, Claim::calendarId),
                        instants(wanted, TimeSlot::start),
                        instants(wanted, TimeSlot::end),
                        texts(exceptScheduleIds, id -> id));
            }
            jdbc.execute(trip.reading(
                    row -> lanes.put(row.getString("calendar_id"), readLane(row)),
                    row -> others.computeIfAbsent(wanted.get(row.getInt("place") - 1), _ -> new ArrayList<>())
                            .add(readClaim(row))));
        }
        return new LockedLanes(lanes, others);
    }

    private static RoundTrip lock(Set<String> calendarIds) {
        return calendarIds.size() == 1
                ? new RoundTrip()
                        .add(LANES + "= ? for update", calendarIds.iterator().next())
                : new RoundTrip()
                        .add(LANES + "= any(?) order by calendar_id for update", (Object) texts(calendarIds, id -> id));
    }

    /** Nobody looks for claims by their schedule but who has to: it reads all that the calendars hold. */
    List<Claim> held(Collection<String> calendarIds, Collection<String> scheduleIds) {
        return jdbc.query(
                "select claim_id, schedule_id, calendar_id, title, starts_at, ends_at from slot_claim"
                        + " where calendar_id = any(?) and schedule_id = any(?)",
                (row, _) -> readClaim(row),
                texts(calendarIds, id -> id),
                texts(scheduleIds, id -> id));
    }

    /** Of claims that end later: up to a limit, those that end first. */
    Optional<Peak> fullest(String calendarId, Instant from) {
        return jdbc
                .query(
                        "with ahead as (select starts_at, ends_at from slot_claim where calendar_id = ? and ends_at > ?"
                                + " order by ends_at limit " + AHEAD_MAX
                                + "), steps as (select starts_at at, 1 step from"
                                + " ahead union all select ends_at, -1 from ahead) select at, sum(step) over (order by at,"
                                + " step) holding from steps order by holding desc, at limit 1",
                        (row, _) -> new Peak(
                                row.getObject("at", OffsetDateTime.class).toInstant(), row.getInt("holding")),
                        calendarId,
                        from.atOffset(ZoneOffset.UTC))
                .stream()
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

    /** With the changes of the command; those that are there already move. */
    void put(List<Claim> claims, DeferredWrites rows) {
        if (!claims.isEmpty()) {
            rows.write(putInto("slot_claim"), columns(claims));
        }
    }

    void put(String table, List<Claim> claims) {
        jdbc.update(putInto(table), columns(claims));
    }

    private static String putInto(String table) {
        return "insert into " + table
                + " (claim_id, calendar_id, schedule_id, title, span, starts_at, ends_at) select * from"
                + " unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::smallint[], ?::timestamptz[],"
                + " ?::timestamptz[]) on conflict (claim_id) do update set calendar_id = excluded.calendar_id,"
                + " schedule_id = excluded.schedule_id, title = excluded.title, span = excluded.span,"
                + " starts_at = excluded.starts_at, ends_at = excluded.ends_at";
    }

    private static Object[] columns(List<Claim> claims) {
        return new Object[] {
            texts(claims, Claim::claimId),
            texts(claims, Claim::calendarId),
            texts(claims, Claim::scheduleId),
            texts(claims, Claim::title),
            claims.stream().map(claim -> Span.of(claim.slot()).code()).toArray(Integer[]::new),
            instants(claims, TimeSlot::start),
            instants(claims, TimeSlot::end)
        };
    }

    /** With the changes of the command. */
    void delete(List<String> claimIds, DeferredWrites rows) {
        if (!claimIds.isEmpty()) {
            rows.write("delete from slot_claim where claim_id = any(?)", (Object) claimIds.toArray(String[]::new));
        }
    }

    private static <T> String[] texts(Collection<T> items, Function<T, String> text) {
        return items.stream().map(text).toArray(String[]::new);
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

    private static @Nullable CalendarType type(@Nullable String name) {
        return name == null ? null : CalendarType.valueOf(name);
    }

    private static @Nullable BookingRules bookable(@Nullable String json) {
        return json == null ? null : ChangeJson.mapper().readValue(json, BookingRules.class);
    }

    private static Lane readLane(ResultSet row) throws SQLException {
        return new Lane(
                row.getString("calendar_id"),
                row.getInt("capacity"),
                row.getBoolean("allow_overbooking"),
                row.getBoolean("active"),
                row.getString("time_zone"),
                type(row.getString("calendar_type")),
                bookable(row.getString("bookable")));
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
