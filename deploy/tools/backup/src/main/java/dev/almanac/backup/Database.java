package dev.almanac.backup;

import dev.almanac.events.wire.PublishedUpTo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** All rows of the event store and of what is derived in its transactions, as they stood at one moment. */
final class Database {
    private static final String FOLDER = "postgresql";
    private static final String OURS = "select table_name from information_schema.tables where table_schema = 'public'"
            + " and table_type = 'BASE TABLE' and table_name <> 'flyway_schema_history' order by 1";
    private final Stores stores;

    Database(Stores stores) {
        this.stores = stores;
    }

    /** @param position of the last change in the event store */
    record Contents(long position, String schema, Map<String, Long> tables) {}

    Contents dump(Path folder) throws IOException, SQLException {
        Path files = Files.createDirectories(folder.resolve(FOLDER));
        try (Connection connection = stores.database()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            // One moment for all tables, while others go on writing.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            SortedMap<String, Long> rows = new TreeMap<>();
            for (String table : texts(connection, OURS)) {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(files.resolve(table + ".csv.gz")))) {
                    rows.put(table, copies.copyOut("copy " + quoted(table) + " to stdout (format csv)", out));
                }
            }
            String schema = texts(
                            connection,
                            "select version from flyway_schema_history where success and version is not null"
                                    + " order by installed_rank desc limit 1")
                    .getFirst();
            long position =
                    Long.parseLong(texts(connection, "select coalesce(max(global_index), 0) from domain_event_entry")
                            .getFirst());
            return new Contents(position, schema, rows);
        }
    }

    void requireEmpty() throws SQLException {
        try (Connection connection = stores.database()) {
            List<String> tables = texts(connection, OURS);
            if (!tables.isEmpty()) {
                throw new BackupFailure("restore into an empty database: this one has the tables " + tables);
            }
        }
    }

    /** The schema as it was then; the service that starts on it brings it to its own. */
    void restore(Path folder, Manifest manifest) throws IOException, SQLException {
        Flyway.configure()
                .dataSource(stores.jdbcUrl(), stores.user(), stores.password())
                .locations("classpath:db/migration")
                .target(MigrationVersion.fromVersion(manifest.schema()))
                .load()
                .migrate();
        try (Connection connection = stores.database()) {
            connection.setAutoCommit(false);
            List<String> tables = texts(connection, OURS);
            if (!new TreeSet<>(tables).equals(new TreeSet<>(manifest.tables().keySet()))) {
                throw new BackupFailure("schema %s has the tables %s, and the backup %s"
                        .formatted(manifest.schema(), tables, manifest.tables().keySet()));
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("truncate "
                        + String.join(
                                ", ", tables.stream().map(Database::quoted).toList()));
            }
            CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
            for (String table : referredToFirst(connection, tables)) {
                Path file = folder.resolve(FOLDER).resolve(table + ".csv.gz");
                try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
                    long rows = copies.copyIn("copy " + quoted(table) + " from stdin (format csv)", in);
                    if (rows != Objects.requireNonNull(manifest.tables().get(table))) {
                        throw new BackupFailure(table + " has " + rows + " rows in its file, and "
                                + manifest.tables().get(table) + " in the manifest");
                    }
                }
            }
            continueNumbers(connection);
            connection.commit();
        }
    }

    private static List<String> referredToFirst(Connection connection, List<String> tables) throws SQLException {
        List<String> ordered = new ArrayList<>();
        while (ordered.size() < tables.size()) {
            int before = ordered.size();
            for (String table : tables) {
                if (!ordered.contains(table) && ordered.containsAll(referredTo(connection, table))) {
                    ordered.add(table);
                }
            }
            if (ordered.size() == before) {
                throw new BackupFailure("these tables refer to each other: " + tables);
            }
        }
        return ordered;
    }

    private static List<String> referredTo(Connection connection, String table) throws SQLException {
        List<String> others = new ArrayList<>();
        try (ResultSet keys = connection.getMetaData().getImportedKeys(null, "public", table)) {
            while (keys.next()) {
                String other = keys.getString("PKTABLE_NAME");
                if (!other.equals(table)) {
                    others.add(other);
                }
            }
        }
        return others;
    }

    /** The next number of each column that counts is one that no row has. */
    private static void continueNumbers(Connection connection) throws SQLException {
        String counting = "select table_name, column_name from information_schema.columns where table_schema = 'public'"
                + " and pg_get_serial_sequence(quote_ident(table_name), column_name) is not null";
        List<String> statements = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet columns = statement.executeQuery(counting)) {
            while (columns.next()) {
                String table = quoted(columns.getString(1));
                String column = columns.getString(2);
                statements.add(
                        "select setval(pg_get_serial_sequence('%s', '%s'), coalesce(max(%s), 0) + 1, false) from %s"
                                .formatted(table, column, quoted(column), table));
            }
        }
        for (String each : statements) {
            texts(connection, each);
        }
    }

    /** What the database has, and Kafka does not, is published again; a repeat hurts nobody. */
    void publishFrom(PublishedUpTo published) throws SQLException {
        try (Connection connection = stores.database();
                PreparedStatement update =
                        connection.prepareStatement("update token_entry set token = convert_to(?, 'UTF8')"
                                + " where token_type = 'org.axonframework.eventhandling.GapAwareTrackingToken'")) {
            update.setString(
                    1, "{\"index\":%d,\"gaps\":%s}".formatted(published.position(), new TreeSet<>(published.gaps())));
            update.executeUpdate();
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    private static String quoted(String name) {
        return '"' + name + '"';
    }
}
