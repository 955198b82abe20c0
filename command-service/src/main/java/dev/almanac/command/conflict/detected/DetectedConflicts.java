package dev.almanac.command.conflict.detected;

import static java.time.ZoneOffset.UTC;

import dev.almanac.command.conflict.model.DetectedConflict;
import dev.almanac.events.Recorded;
import dev.almanac.events.conflict.ConflictChange;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictCleared;
import dev.almanac.events.conflict.ConflictChange.ScheduleConflictDetected;
import dev.almanac.events.conflict.ConflictLevel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What conflict-detector says, in PostgreSQL: the latest word on each conflict, whatever comes twice or late. */
@Component
public class DetectedConflicts {
    /** SCH-015. */
    static final Duration WAITS_AT_MOST = Duration.ofHours(24);

    private static final String DETECTED = """
            insert into detected_conflict as known
              (conflict_id, sequence, opened, detection, open, level, detected_at, escalate_at, schedule_id,
                other_schedule_id, resource_id)
            values (?, ?, ?, ?, true, ?, ?, ?, ?, ?, ?)
            on conflict (conflict_id) do update set
              sequence = excluded.sequence,
              opened = case when known.open then known.opened else excluded.opened end,
              detection = excluded.detection,
              open = true,
              level = excluded.level,
              detected_at = case when known.open then known.detected_at else excluded.detected_at end,
              escalate_at = case when known.sequence < excluded.sequence then excluded.escalate_at
                else known.escalate_at end,
              schedule_id = excluded.schedule_id,
              other_schedule_id = excluded.other_schedule_id,
              resource_id = excluded.resource_id
            where known.sequence <= excluded.sequence""";
    private static final String CLEARED = """
            update detected_conflict set sequence = ?, open = false, escalate_at = null
            where conflict_id = ? and sequence < ?""";
    private final JdbcTemplate jdbc;

    DetectedConflicts(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the transaction that is under way: whatever is detected meanwhile comes after the decision. */
    public Optional<DetectedConflict> locked(String conflictId) {
        return jdbc
                .query(
                        "select conflict_id, sequence, opened, detection, open, level, detected_at from detected_conflict"
                                + " where conflict_id = ? for update",
                        DetectedConflicts::read,
                        conflictId)
                .stream()
                .findFirst();
    }

    /** Who competes, as far as it was heard of. */
    public Optional<Parties> parties(String conflictId) {
        return jdbc
                .query(
                        "select sequence, open, schedule_id, other_schedule_id, coalesce(resource_id, ''), (select"
                                + " max(sequence_number) from domain_event_entry where aggregate_identifier = conflict_id)"
                                + " from detected_conflict where conflict_id = ? and schedule_id is not null",
                        (row, _) -> new Parties(
                                row.getLong(1) + 1 + Objects.requireNonNullElse(row.getObject(6, Long.class), -1L),
                                row.getBoolean(2),
                                Set.of(row.getString(3), row.getString(4)),
                                row.getString(5)),
                        conflictId)
                .stream()
                .findFirst();
    }

    /**
     * The two that compete.
     *
     * @param version of the conflict, which counts what was detected and what was decided
     * @param competing whether they still do
     * @param resourceId empty where they compete for a calendar
     */
    public record Parties(long version, boolean competing, Set<String> scheduleIds, String resourceId) {
        public Parties {
            scheduleIds = Set.copyOf(scheduleIds);
        }
    }

    public void needsNoEscalation(String conflictId) {
        jdbc.update("update detected_conflict set escalate_at = null where conflict_id = ?", conflictId);
    }

    /** Critical conflicts that nobody has settled in time, those that waited longest first. */
    public List<String> waitedTooLong(Instant now, int limit) {
        return jdbc.query(
                "select conflict_id from detected_conflict where escalate_at <= ? order by escalate_at limit ?",
                (row, _) -> row.getString(1),
                now.atOffset(UTC),
                limit);
    }

    void take(Recorded<ConflictChange> recorded) {
        long sequence = recorded.metadata().sequence();
        switch (recorded.change()) {
            case ScheduleConflictDetected detected ->
                jdbc.update(
                        DETECTED,
                        detected.conflictId(),
                        sequence,
                        sequence,
                        sequence,
                        detected.conflictLevel().name(),
                        detected.detectedAt().atOffset(UTC),
                        escalateAt(detected),
                        detected.scheduledEventId(),
                        detected.conflictingEventId(),
                        detected.resourceId());
            case ScheduleConflictCleared cleared -> jdbc.update(CLEARED, sequence, cleared.conflictId(), sequence);
            case ConflictChange.Handling _ -> {}
        }
    }

    private static @Nullable OffsetDateTime escalateAt(ScheduleConflictDetected detected) {
        return detected.conflictLevel() == ConflictLevel.CRITICAL
                ? detected.detectedAt().plus(WAITS_AT_MOST).atOffset(UTC)
                : null;
    }

    private static DetectedConflict read(ResultSet row, int index) throws SQLException {
        return new DetectedConflict(
                row.getString("conflict_id"),
                row.getLong("sequence"),
                row.getLong("opened"),
                row.getLong("detection"),
                row.getBoolean("open"),
                ConflictLevel.valueOf(row.getString("level")),
                row.getObject("detected_at", OffsetDateTime.class).toInstant());
    }
}
