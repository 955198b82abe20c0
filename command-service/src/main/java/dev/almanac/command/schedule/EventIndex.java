package dev.almanac.command.schedule;

import dev.almanac.command.ledger.NameWords;
import dev.almanac.command.rows.DeferredWrites;
import dev.almanac.command.schedule.model.CompanionPairing;
import dev.almanac.events.schedule.Companion;
import dev.almanac.events.schedule.EventDetails;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;

/** Finds events by their titles and primaries' companions, in rows that are derived from the changes. */
@Component
class EventIndex {
    private final JdbcTemplate jdbc;
    private final CompanionPairing pairing;

    EventIndex(JdbcTemplate jdbc, CompanionPairing pairing) {
        this.jdbc = jdbc;
        this.pairing = pairing;
    }

    List<String> companionsOf(Collection<String> primaryIds) {
        return jdbc.query(
                "select companion_id from companion where primary_id = any(?)", (row, _) -> row.getString(1), (Object)
                        primaryIds.toArray(String[]::new));
    }

    /** Transitive companions; stops once the limit is exceeded. */
    Set<String> followersOf(String primaryId, int most) {
        Set<String> followers = new LinkedHashSet<>();
        List<String> latest = List.of(primaryId);
        while (!latest.isEmpty() && followers.size() <= most) {
            latest = companionsOf(latest).stream().filter(followers::add).toList();
        }
        return followers;
    }

    /** Events of that title; where there are none, those whose titles share what pairs them. */
    List<String> titled(String title, String exceptScheduleId, int limit) {
        List<String> exact = ids("lower(title)", title.toLowerCase(Locale.ROOT), exceptScheduleId, limit);
        return exact.isEmpty()
                ? pairing.key(title)
                        .map(key -> ids("pair_key", key, exceptScheduleId, limit))
                        .orElse(List.of())
                : exact;
    }

    /** Titles with the same pairing key, by schedule id. */
    Map<String, String> pairedWith(String title, String exceptScheduleId, int limit) {
        Map<String, String> titles = new TreeMap<>();
        pairing.key(title)
                .ifPresent(key -> jdbc.query(
                        "select schedule_id, title from event_title where pair_key = ? and schedule_id <> ?"
                                + " order by schedule_id limit ?",
                        (RowCallbackHandler) row -> titles.put(row.getString(1), row.getString(2)),
                        key,
                        exceptScheduleId,
                        limit));
        return titles;
    }

    private List<String> ids(String column, String value, String exceptScheduleId, int limit) {
        return jdbc.query(
                "select schedule_id from event_title where " + column
                        + " = ? and schedule_id <> ? order by schedule_id limit ?",
                (row, _) -> row.getString(1),
                value,
                exceptScheduleId,
                limit);
    }

    /** With the changes of the command. */
    void keep(List<Revision> revisions, DeferredWrites rows) {
        for (Revision revision : revisions) {
            EventDetails before = details(revision.before());
            EventDetails after = details(revision.after());
            keepTitle(revision, before, after, rows);
            keepCompanions(revision.scheduleId(), before, after, rows);
        }
    }

    private void keepTitle(
            Revision revision, @Nullable EventDetails before, @Nullable EventDetails after, DeferredWrites rows) {
        if (after == null) {
            rows.write("delete from event_title where schedule_id = ?", revision.scheduleId());
        } else if (before == null || !before.title().equals(after.title())) {
            rows.write(
                    "insert into event_title (schedule_id, title, pair_key, words, booked_by) values (?, ?, ?, ?::text[], ?)"
                            + " on conflict (schedule_id) do update set title = excluded.title,"
                            + " pair_key = excluded.pair_key, words = excluded.words, booked_by = excluded.booked_by",
                    revision.scheduleId(),
                    after.title(),
                    pairing.key(after.title()).orElse(null),
                    NameWords.indexed(after.title()),
                    bookedBy(revision.after()));
        }
    }

    private static String bookedBy(ScheduledEvent state) {
        return switch (state) {
            case Booked booked -> booked.scheduledBy();
            case ScheduledEvent.Unscheduled(var was) -> was.scheduledBy();
            case ScheduledEvent.Absent _, ScheduledEvent.Removed _ -> "";
        };
    }

    private void keepCompanions(
            String scheduleId, @Nullable EventDetails before, @Nullable EventDetails after, DeferredWrites rows) {
        List<String> known = companions(before);
        List<String> wanted = companions(after);
        if (!known.equals(wanted)) {
            rows.write("delete from companion where primary_id = ?", scheduleId);
            rows.write(
                    "insert into companion (primary_id, companion_id) select ?, unnest(?::text[])",
                    scheduleId,
                    wanted.toArray(String[]::new));
        }
    }

    private static List<String> companions(@Nullable EventDetails details) {
        return details == null
                ? List.of()
                : details.companions().stream().map(Companion::scheduleId).toList();
    }

    /** Removed events are found no more; those that may come back are. */
    private static @Nullable EventDetails details(ScheduledEvent state) {
        return switch (state) {
            case Booked booked -> booked.details();
            case ScheduledEvent.Unscheduled(var was) -> was.details();
            case ScheduledEvent.Absent _, ScheduledEvent.Removed _ -> null;
        };
    }
}
