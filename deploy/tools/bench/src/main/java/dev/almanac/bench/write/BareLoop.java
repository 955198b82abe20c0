package dev.almanac.bench.write;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.zaxxer.hikari.HikariDataSource;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.schedule.ScheduleChange.EventRescheduled;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.local.postgres.Postgres;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.flywaydb.core.Flyway;

/**
 * The rows of a command, and nothing else: in one transaction it locks the calendar, writes the claim and appends the
 * change. It asks nothing, decides nothing and makes no JSON.
 */
final class BareLoop implements Target {
    private static final String LOCK = "select capacity from lane where calendar_id = ? for update";
    private static final String RELEASE = "delete from slot_claim where claim_id = ?";
    private static final String CLAIM =
            "insert into slot_claim (claim_id, calendar_id, schedule_id, title, span, starts_at, ends_at)"
                    + " values (?, ?, ?, ?, 0, ?, ?)";
    private static final String APPEND =
            "insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                    + " payload_type, payload_revision, payload, meta_data)"
                    + " values (?, ?, ?, 'ScheduledEvent', ?, ?, null, ?, ?)";
    private static final byte[] META_DATA = """
            {"actor":"ana","request":"5f0c3f2e-6a41-4b0f-9a52-6c1d2c5a6f10","traceId":"5f0c3f2e-6a41-4b0f-9a52-6c1d2c5a6f10",\
            "correlationId":"5f0c3f2e-6a41-4b0f-9a52-6c1d2c5a6f10"}""".getBytes(UTF_8);

    private final HikariDataSource postgres = new HikariDataSource();
    private final Map<String, Long> versions = new ConcurrentHashMap<>();
    private final byte[] booked;
    private final byte[] moved;

    BareLoop(String url) throws SQLException {
        postgres.setJdbcUrl(url);
        postgres.setUsername(Postgres.USER);
        postgres.setPassword(Postgres.PASSWORD);
        postgres.setMaximumPoolSize(32);
        Flyway.configure().dataSource(postgres).load().migrate();
        TimeSlot slot = Slots.of(0);
        booked = ChangeJson.write(SampleCommands.scheduled(UUID.randomUUID().toString(), 0));
        moved = ChangeJson.write(new EventRescheduled(
                UUID.randomUUID().toString(),
                slot.start(),
                slot.end(),
                slot.start(),
                slot.end(),
                SampleCommands.ZONE,
                null,
                false,
                SampleCommands.CALLER));
        openCalendars();
    }

    private void openCalendars() throws SQLException {
        try (Connection connection = postgres.getConnection();
                PreparedStatement open =
                        connection.prepareStatement("insert into lane values (?, ?, false, true, ?)")) {
            for (int calendar = 0; calendar < Slots.CALENDARS; calendar++) {
                open.setString(1, SampleCommands.calendarId(calendar));
                open.setInt(2, Slots.CAPACITY);
                open.setString(3, SampleCommands.ZONE);
                open.executeUpdate();
            }
        }
    }

    @Override
    public String schedule(int number) throws SQLException {
        String id = UUID.randomUUID().toString();
        versions.put(id, 0L);
        inTransaction(connection -> {
            lock(connection, number);
            claim(connection, id, number, Slots.of(number).start());
            append(connection, id, 0, "EventScheduledOnCalendar.v1", booked);
        });
        return id;
    }

    @Override
    public void reschedule(String id, int number, Instant start) throws SQLException {
        long version = versions.merge(id, 1L, Long::sum);
        inTransaction(connection -> {
            lock(connection, number);
            try (PreparedStatement release = connection.prepareStatement(RELEASE)) {
                release.setString(1, id);
                release.executeUpdate();
            }
            claim(connection, id, number, start);
            append(connection, id, version, "EventRescheduled.v1", moved);
        });
    }

    private interface Statements {
        void run(Connection connection) throws SQLException;
    }

    private void inTransaction(Statements statements) throws SQLException {
        try (Connection connection = postgres.getConnection()) {
            connection.setAutoCommit(false);
            statements.run(connection);
            connection.commit();
        }
    }

    private static void lock(Connection connection, int number) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setString(1, SampleCommands.calendarId(number));
            lock.executeQuery().close();
        }
    }

    private static void claim(Connection connection, String id, int number, Instant start) throws SQLException {
        try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
            claim.setString(1, id);
            claim.setString(2, SampleCommands.calendarId(number));
            claim.setString(3, id);
            claim.setString(4, SampleCommands.title(number));
            claim.setObject(5, start.atOffset(ZoneOffset.UTC));
            claim.setObject(6, start.plus(Slots.LENGTH).atOffset(ZoneOffset.UTC));
            claim.executeUpdate();
        }
    }

    private static void append(Connection connection, String id, long version, String type, byte[] payload)
            throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(APPEND)) {
            append.setString(1, UUID.randomUUID().toString());
            append.setString(2, id);
            append.setLong(3, version);
            append.setString(4, Slots.of(0).start().toString());
            append.setString(5, type);
            append.setBytes(6, payload);
            append.setBytes(7, META_DATA);
            append.executeUpdate();
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
