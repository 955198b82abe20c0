package dev.almanac.command.publishing;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which subjects are to be published anew, and which were: who asked for it stays on record. */
@Component
class Republications {
    private static final int DETAIL_MAX = 500;

    /** Where one stands. */
    enum Status {
        REQUESTED,
        PUBLISHED,
        /** The brokers would not take one of the changes, or the store lacks one. */
        FAILED
    }

    /**
     * A subject that is published anew.
     *
     * @param changes how many they are; null before the first is sent
     */
    record Entry(
            String id,
            RepublicationKind kind,
            String subject,
            String requestedBy,
            Instant requestedAt,
            @Nullable String reason,
            Status status,
            @Nullable Long changes,
            @Nullable Instant endedAt,
            @Nullable String detail) {

        private static Entry read(ResultSet row, int index) throws SQLException {
            long changes = row.getLong("changes");
            Long known = row.wasNull() ? null : Long.valueOf(changes);
            OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
            return new Entry(
                    row.getString("republication_id"),
                    RepublicationKind.valueOf(row.getString("kind")),
                    row.getString("subject"),
                    row.getString("requested_by"),
                    row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                    row.getString("reason"),
                    Status.valueOf(row.getString("status")),
                    known,
                    ended == null ? null : ended.toInstant(),
                    row.getString("detail"));
        }
    }

    private final JdbcTemplate jdbc;

    Republications(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that is under way, where there is one already. */
    Entry request(RepublicationKind kind, String subject, String by, Instant at, @Nullable String reason) {
        jdbc.update(
                "insert into republication"
                        + " (republication_id, kind, subject, requested_by, requested_at, reason, status)"
                        + " values (?, ?, ?, ?, ?, ?, 'REQUESTED')"
                        + " on conflict (subject) where status = 'REQUESTED' do nothing",
                UUID.randomUUID().toString(),
                kind.name(),
                subject,
                by,
                at.atOffset(UTC),
                reason);
        return jdbc.query(
                        "select * from republication where subject = ?"
                                + " order by status = 'REQUESTED' desc, requested_at desc limit 1",
                        Entry::read,
                        subject)
                .getFirst();
    }

    Optional<Entry> find(String id) {
        return jdbc.query("select * from republication where republication_id = ?", Entry::read, id).stream()
                .findFirst();
    }

    List<Entry> underWay(int limit) {
        return jdbc.query(
                "select * from republication where status = 'REQUESTED' order by requested_at, republication_id limit ?",
                Entry::read,
                limit);
    }

    long count() {
        Long count = jdbc.queryForObject("select count(*) from republication where status = 'REQUESTED'", Long.class);
        return count == null ? 0 : count;
    }

    /**
     * How many changes are sent, at least as many as when it was begun before: published whole with fewer, a subject would lose
     * those that were published already.
     */
    long begin(String id) {
        Long changes = jdbc.queryForObject("""
                        update republication set changes = greatest(coalesce(changes, 0), coalesce(
                          (select min(sequence_number) from withheld_change where subject = republication.subject),
                          (select max(sequence_number) + 1 from domain_event_entry
                           where aggregate_identifier = republication.subject),
                          0))
                        where republication_id = ? returning changes""", Long.class, id);
        return changes == null ? 0 : changes;
    }

    /** Once: what was published is not failed by what comes after. */
    void end(String id, Status status, @Nullable String detail, Instant at) {
        jdbc.update(
                "update republication set status = ?, detail = ?, ended_at = ?"
                        + " where republication_id = ? and status = 'REQUESTED'",
                status.name(),
                detail == null ? null : detail.substring(0, Math.min(detail.length(), DETAIL_MAX)),
                at.atOffset(UTC),
                id);
    }
}
