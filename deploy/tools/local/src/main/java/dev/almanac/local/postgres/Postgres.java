package dev.almanac.local.postgres;

import dev.almanac.local.certificates.Certificates;
import dev.almanac.local.machine.Folders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** Arguments: port, folder. Commits are durable: fsync and synchronous commit are on. */
public final class Postgres {
    public static final String USER = "almanac";
    public static final String PASSWORD = "almanac";
    private static final String COMPLETE = "complete";
    private static final Duration START_TAKES_AT_MOST = Duration.ofSeconds(60);

    private Postgres() {}

    public static void main(String[] args) throws IOException, SQLException, InterruptedException {
        Path folder = Path.of(args[1]);
        Path cluster = folder.resolve("cluster");
        Postmaster.endFormer(cluster);
        removeHalfMade(folder);
        Map<String, String> access =
                Certificates.told().map(EncryptedPostgres::client).orElse(Map.of());
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setPort(Integer.parseInt(args[0]))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setPGStartupWait(START_TAKES_AT_MOST)
                // The server writes where we do: to the log of this part. pg_ctl takes no setting with a space in it.
                .setOutputRedirector(ProcessBuilder.Redirect.INHERIT)
                .setErrorRedirector(ProcessBuilder.Redirect.INHERIT)
                .setServerConfig("log_line_prefix", "%m[%p]:")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                // All commits wait while a part of the log is made: small ones (for initdb), and old ones used again.
                // With small parts, initdb would also make checkpoints frequent: max_wal_size is what it usually is.
                .setLocaleConfig("wal-segsize", "1")
                .setServerConfig("min_wal_size", "512MB")
                .setServerConfig("max_wal_size", "1GB");
        Certificates.told().ifPresent(certificates -> EncryptedPostgres.server(server, certificates, folder));
        EmbeddedPostgres postgres = server.start();
        Postmaster.guard(cluster);
        try (Connection connection = postgres.getPostgresDatabase(access).getConnection()) {
            createDatabase(connection);
        }
        Files.write(folder.resolve(COMPLETE), new byte[0]);
        Folders.keepToOwner(folder);
        // The embedded server stops in a shutdown hook of its own. If the server ends by itself, so do we: whoever
        // watches this
        // process starts both again.
        Postmaster.awaitEnd(cluster);
        System.err.println("the server has ended");
        Runtime.getRuntime().halt(1);
    }

    /** A first start that was killed leaves half of the binaries or of the cluster; nobody has written to it yet. */
    private static void removeHalfMade(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(COMPLETE))) {
            Folders.delete(folder);
        }
        Files.createDirectories(folder);
    }

    private static void createDatabase(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'almanac'")) {
                statement.execute("create role almanac login password 'almanac'");
            }
            if (!exists(statement, "select 1 from pg_database where datname = 'almanac'")) {
                statement.execute("create database almanac owner almanac");
            }
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
