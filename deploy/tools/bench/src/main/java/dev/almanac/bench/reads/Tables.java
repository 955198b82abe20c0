package dev.almanac.bench.reads;

import com.zaxxer.hikari.HikariDataSource;
import dev.almanac.events.TimeSlot;
import dev.almanac.local.postgres.Postgres;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** The same in tables with the indexes that anybody would give them: a range and GiST where times overlap. */
final class Tables implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int CONNECTIONS = 40;
    private static final int ROWS_AT_ONCE = 1_000;
    private static final String SCHEMA = """
            create table calendars (id text primary key, name text not null, owner_id text not null);
            create table events (
              id text primary key, calendar_id text not null, resource_id text not null, title text not null,
              description text, category text not null, status text not null, version bigint not null,
              time_zone text not null, start_at timestamptz not null, end_at timestamptz not null,
              slot tstzrange generated always as (tstzrange(start_at, end_at)) stored);
            create table conflicts (
              id text primary key, one text not null, other text not null, level text not null, open boolean not null);
            create table rules (
              id text primary key, queue text not null, job_type text not null, minute int not null, first_hour int not null);
            create table runs (
              queue text not null, job_type text not null, scheduled_at timestamptz not null, seconds int not null);
            create index on calendars (owner_id);
            create index on conflicts (one) where open;
            create index on conflicts (other) where open;
            create index on runs (scheduled_at);
            create index on runs (queue, scheduled_at)""";
    private static final String GIST = """
            create extension btree_gist;
            create index on events using gist (calendar_id, slot);
            create index on events using gist (resource_id, slot)""";
    private static final String GIST_ALONE = """
            create index on events using gist (slot);
            create index on events (calendar_id, start_at);
            create index on events (resource_id, start_at)""";
    private static final String EVENTS = """
            select e.id, e.version, e.calendar_id, e.title, e.description, e.start_at, e.end_at, e.time_zone, e.status,
              (select max(c.level) from conflicts c where c.open and (c.one = e.id or c.other = e.id)), e.category, e.resource_id
            from events e where e.calendar_id = ? and e.slot && tstzrange(?, ?) order by e.start_at, e.id""";
    private static final String BOOKED = """
            select e.resource_id, e.id, e.title, e.start_at, e.end_at
            from events e where e.resource_id = any(?) and e.slot && tstzrange(?, ?) order by e.resource_id, e.start_at""";
    private static final String WINDOW = """
            select date_trunc('day', r.scheduled_at, ?) as day, r.queue, r.job_type, count(*), sum(r.seconds)
            from runs r where r.scheduled_at >= ? and r.scheduled_at < ?""";
    private static final String BY_DAY = " group by 1, 2, 3 order by 1, 2, 3";
    private final HikariDataSource source = new HikariDataSource();

    /** The URL is that of an empty database. */
    Tables(String url) throws SQLException {
        source.setJdbcUrl(url + "?reWriteBatchedInserts=true");
        source.setUsername(Postgres.USER);
        source.setPassword(Postgres.PASSWORD);
        source.setMaximumPoolSize(CONNECTIONS);
        execute(SCHEMA);
        try {
            execute(GIST);
        } catch (SQLException withoutExtension) {
            execute(GIST_ALONE);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One row of a batch. */
    @FunctionalInterface
    private interface Row {
        void fill(PreparedStatement statement, int number) throws SQLException;
    }

    /** Answers how many rows of events went in per second, by the thousand, each in a transaction. */
    double fill(Scale from, Scale to) throws SQLException {
        insert("insert into calendars values (?, ?, ?)", from.calendars(), to.calendars(), (row, calendar) -> {
            row.setString(1, Sample.calendarId(calendar));
            row.setString(2, Sample.calendarName(calendar));
            row.setString(3, Sample.ownerId(calendar));
        });
        long began = System.nanoTime();
        insert(
                "insert into events (id, calendar_id, resource_id, title, description, category, status, version,"
                        + " time_zone, start_at, end_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                from.events(),
                to.events(),
                (row, event) -> event(row, event, to));
        double lasted = (System.nanoTime() - began) / 1e9;
        insert("insert into conflicts values (?, ?, ?, ?, true)", from.conflicts(), to.conflicts(), (row, number) -> {
            int event = Sample.inConflict(number);
            row.setString(1, Sample.conflictId(event));
            row.setString(2, Sample.eventId(event));
            row.setString(3, Sample.eventId(event + 1));
            row.setString(4, "MODERATE");
        });
        insert("insert into rules values (?, ?, ?, ?, ?)", from.rules(), to.rules(), (row, rule) -> {
            row.setString(1, Sample.id("rule", rule));
            row.setString(2, Sample.queue(rule));
            row.setString(3, Sample.jobType(rule));
            row.setInt(4, Sample.minute(rule));
            row.setInt(5, Sample.firstHour(rule));
        });
        execute("""
                truncate runs;
                insert into runs select queue, job_type,
                  (day + make_interval(hours => first_hour + 2 * hour, mins => minute)) at time zone '%s', %d
                from rules, generate_series(timestamp '%s', timestamp '%s', interval '1 day') day, generate_series(0, %d) hour;
                analyze""".formatted(
                        Sample.ZONE.getId(),
                        Sample.JOB_SECONDS,
                        Sample.MONTH.atDay(1).atStartOfDay().minus(Sample.EARLIER),
                        Sample.MONTH.atEndOfMonth().atStartOfDay(),
                        Sample.RUNS_A_DAY - 1));
        return (to.events() - from.events()) / lasted;
    }

    private static void event(PreparedStatement row, int event, Scale scale) throws SQLException {
        TimeSlot slot = Sample.slot(event);
        row.setString(1, Sample.eventId(event));
        row.setString(2, Sample.calendarId(Sample.calendarOf(event)));
        row.setString(3, Sample.resourceOf(event, scale));
        row.setString(4, Sample.title(event));
        row.setString(5, "Doors open a quarter of an hour before");
        row.setString(6, Sample.category(event));
        row.setString(7, "CONFIRMED");
        row.setLong(8, 1);
        row.setString(9, Sample.ZONE.getId());
        row.setTimestamp(10, Timestamp.from(slot.start()));
        row.setTimestamp(11, Timestamp.from(slot.end()));
    }

    private void insert(String sql, int from, int to, Row row) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int number = from; number < to; number++) {
                row.fill(statement, number);
                statement.addBatch();
                if ((number + 1 - from) % ROWS_AT_ONCE == 0 || number + 1 == to) {
                    statement.executeBatch();
                    connection.commit();
                }
            }
        }
    }

    /** What is written of each row. */
    @FunctionalInterface
    private interface Rendering {
        void write(JsonGenerator json, ResultSet row) throws SQLException;
    }

    /** Answers how many bytes. */
    int events(String calendarId, TimeSlot window, ZoneId zone) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(EVENTS)) {
            statement.setString(1, calendarId);
            bound(statement, 2, window);
            return answer(statement, (json, row) -> event(json, row, zone));
        }
    }

    private static void event(JsonGenerator json, ResultSet row, ZoneId zone) throws SQLException {
        Instant start = row.getTimestamp(6).toInstant();
        Instant end = row.getTimestamp(7).toInstant();
        json.writeStringProperty("id", row.getString(1));
        json.writeStringProperty("scheduleId", row.getString(1));
        json.writeNumberProperty("version", row.getLong(2));
        json.writeStringProperty("calendarId", row.getString(3));
        json.writeStringProperty("title", row.getString(4));
        json.writeStringProperty("description", row.getString(5));
        json.writeStringProperty("startDateTime", start.toString());
        json.writeStringProperty("endDateTime", end.toString());
        json.writeStringProperty(
                "localStart", start.atZone(zone).toOffsetDateTime().toString());
        json.writeStringProperty("localEnd", end.atZone(zone).toOffsetDateTime().toString());
        json.writeStringProperty("timeZone", row.getString(8));
        json.writeBooleanProperty("allDay", false);
        json.writeStringProperty("status", row.getString(9));
        String level = row.getString(10);
        json.writeStringProperty("conflictLevel", level == null ? "NONE" : level);
        json.writeStringProperty("category", row.getString(11));
        json.writeStringProperty("resourceId", row.getString(12));
    }

    int booked(List<String> resourceIds, TimeSlot around) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(BOOKED)) {
            statement.setArray(1, connection.createArrayOf("text", resourceIds.toArray()));
            bound(statement, 2, around);
            return answer(statement, (json, row) -> {
                json.writeStringProperty("resourceId", row.getString(1));
                json.writeStringProperty("scheduleId", row.getString(2));
                json.writeStringProperty("title", row.getString(3));
                json.writeStringProperty(
                        "startDateTime", row.getTimestamp(4).toInstant().toString());
                json.writeStringProperty(
                        "endDateTime", row.getTimestamp(5).toInstant().toString());
            });
        }
    }

    /** Of one queue, or of all of them for none. */
    int window(TimeSlot window, ZoneId zone, List<String> queues) throws SQLException {
        String sql = WINDOW + (queues.isEmpty() ? "" : " and r.queue = any(?)") + BY_DAY;
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, zone.getId());
            bound(statement, 2, window);
            if (!queues.isEmpty()) {
                statement.setArray(4, connection.createArrayOf("text", queues.toArray()));
            }
            return answer(statement, (json, row) -> {
                json.writeStringProperty(
                        "timestamp", row.getTimestamp(1).toInstant().toString());
                json.writeStringProperty("queue", row.getString(2));
                json.writeStringProperty("jobType", row.getString(3));
                json.writeNumberProperty("jobCount", row.getLong(4));
                json.writeNumberProperty("estimatedDurationSeconds", row.getLong(5));
            });
        }
    }

    private static void bound(PreparedStatement statement, int first, TimeSlot window) throws SQLException {
        statement.setObject(first, window.start().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
        statement.setObject(first + 1, window.end().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static int answer(PreparedStatement statement, Rendering each) throws SQLException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ResultSet rows = statement.executeQuery();
                JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartArray();
            while (rows.next()) {
                json.writeStartObject();
                each.write(json, rows);
                json.writeEndObject();
            }
            json.writeEndArray();
        }
        return bytes.size();
    }

    @Override
    public void close() {
        source.close();
    }
}
