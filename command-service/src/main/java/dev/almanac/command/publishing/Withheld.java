package dev.almanac.command.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/**
 * Changes that the brokers refuse. Those of the same subject wait behind them, as their order is promised; all others are
 * published. While a subject is published anew, its further changes wait here, too.
 */
@Component
class Withheld {
    private static final int REASON_MAX = 500;

    private static final String COLUMNS = "subject, sequence_number, global_index, event_identifier, reason, since";
    private static final RowMapper<Place> PLACE = (row, _) -> new Place(
            row.getString(1),
            row.getLong(2),
            row.getLong(3),
            row.getString(4),
            row.getString(5),
            row.getObject(6, OffsetDateTime.class).toInstant());

    private final JdbcTemplate jdbc;
    private final Clock clock;

    Withheld(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One of them, as the store has it. */
    record Place(String subject, long sequence, long position, String changeId, String reason, Instant since) {}

    /** Those whose changes wait. */
    Set<String> subjects() {
        return new TreeSet<>(jdbc.queryForList(
                "select subject from withheld_change union select subject from republication"
                        + " where status = 'REQUESTED'",
                String.class));
    }

    /** In their order, but no more than a record has room for. */
    List<Long> firstPositions(int limit) {
        return jdbc.query(
                "select global_index from withheld_change order by global_index limit ?",
                (row, _) -> row.getLong(1),
                limit);
    }

    /** The one that was refused, of each subject; the longest withheld first. None of those that are published anew. */
    List<Place> refused(int limit) {
        return jdbc.query(
                "select * from (select distinct on (subject) " + COLUMNS
                        + " from withheld_change where subject not in"
                        + " (select subject from republication where status = 'REQUESTED')"
                        + " order by subject, sequence_number) heads order by since, subject limit ?",
                PLACE,
                limit);
    }

    /** Of one subject, in their order. */
    List<Place> of(String subject, int limit) {
        return jdbc.query(
                "select " + COLUMNS + " from withheld_change where subject = ? order by sequence_number limit ?",
                PLACE,
                subject,
                limit);
    }

    void keep(DomainEventMessage<?> change, long position, String reason) {
        jdbc.update(
                "insert into withheld_change"
                        + " (global_index, subject, sequence_number, event_identifier, reason, since)"
                        + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                position,
                change.getAggregateIdentifier(),
                change.getSequenceNumber(),
                change.getIdentifier(),
                reason.substring(0, Math.min(reason.length(), REASON_MAX)),
                clock.instant().atOffset(ZoneOffset.UTC));
    }

    void release(Collection<Long> published) {
        jdbc.update("delete from withheld_change where global_index = any(?)", (Object) published.toArray(Long[]::new));
    }

    long count() {
        Long count = jdbc.queryForObject("select count(*) from withheld_change", Long.class);
        return count == null ? 0 : count;
    }
}
