package dev.almanac.command.zonedata;

import dev.almanac.command.ledger.ZoneMoves;
import dev.almanac.command.ledger.ZoneMoves.Move;
import dev.almanac.command.ledger.ZoneMoves.Outcome;
import dev.almanac.command.schedule.EventStates;
import dev.almanac.command.schedule.model.ZoneDrift;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.schedule.ScheduledEvent.Booked;
import dev.almanac.recurrence.zones.ZoneData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds on a calendar what is elsewhere by the zone data of today. Nothing is locked: each event is decided anew in its turn. */
@Component
class ZoneDriftScan {
    private static final Logger LOG = LoggerFactory.getLogger(ZoneDriftScan.class);
    private static final int EVENTS_AT_ONCE = 200;

    /** What counted before anybody wrote down which release does. */
    private static final class OfTheJdk {
        private static final ZoneData DATA = ZoneData.ofTheJdk();
    }

    private final JdbcTemplate jdbc;
    private final EventStates events;
    private final ZoneMoves moves;
    private final TransactionTemplate transaction;

    ZoneDriftScan(DataSource dataSource, EventStates events, ZoneMoves moves, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(EVENTS_AT_ONCE);
        this.events = events;
        this.moves = moves;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** All of a calendar or, when it is cut short, nothing of it. */
    void at(long passageId, String calendarId, Instant now) {
        transaction.executeWithoutResult(_ -> {
            Batch batch = new Batch(passageId, calendarId, now);
            jdbc.query(
                    "select schedule_id, claim_id, starts_at, ends_at from slot_claim where calendar_id = ? and ends_at > ?"
                            + " order by schedule_id",
                    batch,
                    calendarId,
                    now.atOffset(ZoneOffset.UTC));
            batch.look();
            moves.lookedTo(passageId, calendarId);
        });
    }

    /** A part of a calendar, so that memory is bounded. */
    private final class Batch implements RowCallbackHandler {
        private final long passageId;
        private final String calendarId;
        private final Instant now;
        private final Map<String, Map<String, TimeSlot>> held = new LinkedHashMap<>();

        Batch(long passageId, String calendarId, Instant now) {
            this.passageId = passageId;
            this.calendarId = calendarId;
            this.now = now;
        }

        @Override
        public void processRow(ResultSet row) throws SQLException {
            if (held.size() == EVENTS_AT_ONCE && !held.containsKey(row.getString(1))) {
                look();
            }
            held.computeIfAbsent(row.getString(1), _ -> new HashMap<>())
                    .put(row.getString(2), new TimeSlot(instant(row, 3), instant(row, 4)));
        }

        private static Instant instant(ResultSet row, int column) throws SQLException {
            return row.getObject(column, OffsetDateTime.class).toInstant();
        }

        private void look() {
            Map<String, ScheduledEvent> states = held.isEmpty() ? Map.of() : events.of(held.keySet());
            List<Move> found = new ArrayList<>();
            states.forEach((id, state) -> {
                if (state instanceof Booked booked) {
                    of(booked, held.getOrDefault(id, Map.of())).forEach(found::add);
                }
            });
            if (!found.isEmpty()) {
                moves.found(passageId, found);
            }
            held.clear();
        }

        private Stream<Move> of(Booked booked, Map<String, TimeSlot> slots) {
            try {
                return Stream.concat(
                        ZoneDrift.of(booked, slots, now).stream().map(drift -> move(booked, drift, Outcome.PENDING)),
                        ZoneDrift.doubtful(booked, OfTheJdk.DATA.zones(), now).stream()
                                .map(drift -> move(booked, drift, Outcome.DOUBTFUL)));
            } catch (DateTimeException | IllegalArgumentException cannotBeCounted) {
                LOG.warn(
                        "{} cannot be counted by today's zone data: {}",
                        booked.scheduleId(),
                        cannotBeCounted.getMessage());
                return Stream.empty();
            }
        }

        private Move move(Booked booked, ZoneDrift drift, Outcome outcome) {
            return new Move(
                    0,
                    calendarId,
                    booked.scheduleId(),
                    drift.itemId(),
                    drift.timeZone(),
                    drift.localStart().toString(),
                    drift.from(),
                    drift.to(),
                    outcome,
                    null,
                    List.of());
        }
    }
}
