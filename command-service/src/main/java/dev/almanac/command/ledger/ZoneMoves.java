package dev.almanac.command.ledger;

import dev.almanac.command.rows.DeferredWrites;
import dev.almanac.events.TimeSlot;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Which releases of zone data were gone through, and what they move: found first, then settled in the transaction that moves
 * it, so that nothing is moved twice and nothing forgotten.
 */
@Component
public class ZoneMoves {
    private static final String PASSAGES =
            "select passage_id, release, previous_release, begun_at, looked_to, looked, finished_at from zone_passage ";
    private static final String MOVES = "select move_id, calendar_id, schedule_id, item_id, time_zone, local_start,"
            + " from_start, from_end, to_start, to_end, outcome, reason, in_the_way from zone_move ";
    private static final RowMapper<Passage> PASSAGE = (row, _) -> new Passage(
            row.getLong("passage_id"),
            row.getString("release"),
            row.getString("previous_release"),
            Objects.requireNonNull(instant(row, "begun_at")),
            row.getString("looked_to"),
            row.getBoolean("looked"),
            instant(row, "finished_at"));

    private static final RowMapper<String> ID = (row, _) -> row.getString(1);

    private final JdbcTemplate jdbc;

    ZoneMoves(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of it. */
    public enum Outcome {
        /** Found, and not settled yet. */
        PENDING,
        MOVED,
        /** It could not: the reason says why, and who is in the way. */
        STAYED,
        /** Somebody moved or cancelled it before its turn came. */
        CHANGED,
        /** It has no local start; what is published is what the clocks showed by other data. It stays. */
        DOUBTFUL
    }

    /**
     * A release that is gone through.
     *
     * @param previousRelease null for the first
     * @param lookedTo the calendar, in the order of ids, up to which it is known what moves
     * @param looked whether that is known of all
     * @param finishedAt null while it goes on
     */
    public record Passage(
            long passageId,
            String release,
            @Nullable String previousRelease,
            Instant begunAt,
            String lookedTo,
            boolean looked,
            @Nullable Instant finishedAt) {}

    /** Something that is elsewhere by the release, or may be. */
    public record Move(
            long moveId,
            String calendarId,
            String scheduleId,
            String itemId,
            String timeZone,
            String localStart,
            TimeSlot from,
            TimeSlot to,
            Outcome outcome,
            @Nullable String reason,
            List<String> inTheWay) {
        public Move {
            inTheWay = List.copyOf(inTheWay);
        }
    }

    /** An item that cannot go, and why. */
    public record Staying(String itemId, String reason, List<String> inTheWay) {
        public Staying {
            inTheWay = List.copyOf(inTheWay);
        }
    }

    /** An event of which something is to be settled. */
    public record Waiting(String calendarId, String scheduleId, int items) {}

    public Optional<Passage> last() {
        return jdbc.query(PASSAGES + "order by passage_id desc limit 1", PASSAGE).stream()
                .findFirst();
    }

    public Optional<Passage> passage(long passageId) {
        return jdbc.query(PASSAGES + "where passage_id = ?", PASSAGE, passageId).stream()
                .findFirst();
    }

    /** The last one first. */
    public List<Passage> passages(long before, int limit) {
        return jdbc.query(PASSAGES + "where passage_id < ? order by passage_id desc limit ?", PASSAGE, before, limit);
    }

    /** How many came to what. */
    public Map<Outcome, Long> counts(long passageId) {
        Map<Outcome, Long> counts = new HashMap<>();
        RowCallbackHandler note = row -> counts.put(Outcome.valueOf(row.getString(1)), row.getLong(2));
        jdbc.query("select outcome, count(*) from zone_move where passage_id = ? group by outcome", note, passageId);
        return counts;
    }

    /** How many of those that stayed under the last release are ahead still, and where they were. */
    public long unmoved(Instant now) {
        Long count = jdbc.queryForObject(
                "select count(*) from zone_move m join slot_claim c on c.claim_id = m.item_id and c.starts_at = m.from_start"
                        + " where m.passage_id = (select max(passage_id) from zone_passage)"
                        + " and m.outcome = 'STAYED' and m.from_end > ?",
                Long.class,
                now.atOffset(ZoneOffset.UTC));
        return count == null ? 0 : count;
    }

    public void begin(String release, @Nullable String previous, Instant at) {
        jdbc.update(
                "insert into zone_passage (release, previous_release, begun_at) values (?, ?, ?)",
                release,
                previous,
                at.atOffset(ZoneOffset.UTC));
    }

    public void lookedTo(long passageId, String calendarId) {
        jdbc.update("update zone_passage set looked_to = ? where passage_id = ?", calendarId, passageId);
    }

    public void looked(long passageId) {
        jdbc.update("update zone_passage set looked = true where passage_id = ?", passageId);
    }

    public void finish(long passageId, Instant at) {
        jdbc.update(
                "update zone_passage set finished_at = ? where passage_id = ?", at.atOffset(ZoneOffset.UTC), passageId);
    }

    public List<String> calendarsAfter(String calendarId, int limit) {
        return jdbc.query(
                "select calendar_id from lane where calendar_id > ? order by calendar_id limit ?",
                ID,
                calendarId,
                limit);
    }

    /** What is known already stays as it is. */
    public void found(long passageId, List<Move> moves) {
        jdbc.update(
                "insert into zone_move (passage_id, calendar_id, schedule_id, item_id, time_zone, local_start, from_start,"
                        + " from_end, to_start, to_end, outcome) select ?, * from unnest(?::text[], ?::text[],"
                        + " ?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],"
                        + " ?::timestamptz[], ?::text[]) on conflict (passage_id, item_id) do nothing",
                passageId,
                texts(moves, Move::calendarId),
                texts(moves, Move::scheduleId),
                texts(moves, Move::itemId),
                texts(moves, Move::timeZone),
                texts(moves, Move::localStart),
                texts(moves, move -> move.from().start().toString()),
                texts(moves, move -> move.from().end().toString()),
                texts(moves, move -> move.to().start().toString()),
                texts(moves, move -> move.to().end().toString()),
                texts(moves, move -> move.outcome().name()));
    }

    /** On which calendar something is to be settled. */
    public Optional<String> waitingCalendar(long passageId) {
        return jdbc
                .query(
                        "select calendar_id from zone_move where passage_id = ? and outcome = 'PENDING'"
                                + " order by calendar_id limit 1",
                        ID,
                        passageId)
                .stream()
                .findFirst();
    }

    /**
     * Those that go first leave room for the next: of what becomes earlier the first, then of what becomes later the last.
     *
     * @param limit of events
     */
    public List<Waiting> waiting(long passageId, String calendarId, int limit) {
        return jdbc.query(
                """
                select calendar_id, schedule_id, items from (
                  select calendar_id, schedule_id, count(*) items, min(from_start) first, max(from_start) last,
                    sum(extract(epoch from to_start - from_start)) by
                  from zone_move where passage_id = ? and outcome = 'PENDING' and calendar_id = ?
                  group by calendar_id, schedule_id) event
                order by by > 0, case when by > 0 then -extract(epoch from last) else extract(epoch from first) end,
                  schedule_id
                limit ?""",
                (row, _) -> new Waiting(row.getString(1), row.getString(2), row.getInt(3)),
                passageId,
                calendarId,
                limit);
    }

    /**
     * With the changes of the command: what of these events was to be settled is where it was to go, or stays, or was changed by
     * somebody meanwhile.
     */
    public void settled(long passageId, Collection<String> scheduleIds, List<Staying> staying, DeferredWrites rows) {
        for (Staying one : staying) {
            rows.write(
                    "update zone_move set outcome = 'STAYED', reason = ?, in_the_way = ?::text[] where passage_id = ?"
                            + " and item_id = ?",
                    one.reason(),
                    one.inTheWay().toArray(String[]::new),
                    passageId,
                    one.itemId());
        }
        rows.write("""
                update zone_move move set outcome = case when exists (select from slot_claim claim
                  where claim.claim_id = move.item_id and claim.starts_at = move.to_start) then 'MOVED' else 'CHANGED' end
                where passage_id = ? and outcome = 'PENDING' and schedule_id = any(?)""", passageId, scheduleIds.toArray(String[]::new));
    }

    public List<String> waitingItems(long passageId, String scheduleId) {
        return jdbc.query(
                "select item_id from zone_move where passage_id = ? and outcome = 'PENDING' and schedule_id = ?",
                ID,
                passageId,
                scheduleId);
    }

    /** What is left of an event that cannot be changed at all. */
    public void stay(long passageId, String scheduleId, String reason) {
        jdbc.update(
                "update zone_move set outcome = 'STAYED', reason = ? where passage_id = ? and outcome = 'PENDING'"
                        + " and schedule_id = ?",
                reason,
                passageId,
                scheduleId);
    }

    /** Single events may go once others have gone. Answers how many that concerns. */
    public int tryAgain(long passageId) {
        return jdbc.update(
                "update zone_move set outcome = 'PENDING', reason = null, in_the_way = null where passage_id = ?"
                        + " and outcome = 'STAYED' and item_id = schedule_id",
                passageId);
    }

    public List<Move> moves(long passageId, @Nullable Outcome outcome, long after, int limit) {
        return jdbc.query(
                MOVES + "where passage_id = ? and move_id > ? and (?::text is null or outcome = ?)"
                        + " order by move_id limit ?",
                (row, _) -> move(row),
                passageId,
                after,
                outcome == null ? null : outcome.name(),
                outcome == null ? null : outcome.name(),
                limit);
    }

    private static Move move(ResultSet row) throws SQLException {
        return new Move(
                row.getLong("move_id"),
                row.getString("calendar_id"),
                row.getString("schedule_id"),
                row.getString("item_id"),
                row.getString("time_zone"),
                row.getString("local_start"),
                slot(row, "from_start", "from_end"),
                slot(row, "to_start", "to_end"),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                list(row.getArray("in_the_way")));
    }

    private static TimeSlot slot(ResultSet row, String start, String end) throws SQLException {
        return new TimeSlot(Objects.requireNonNull(instant(row, start)), Objects.requireNonNull(instant(row, end)));
    }

    private static List<String> list(@Nullable Array texts) throws SQLException {
        return texts == null ? List.of() : Arrays.asList((String[]) texts.getArray());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static String[] texts(List<Move> moves, Function<Move, String> text) {
        return moves.stream().map(text).toArray(String[]::new);
    }
}
