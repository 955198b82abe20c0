package dev.almanac.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** One real PostgreSQL. */
public final class Postgres {
    public static final String USER = "postgres";
    private final EmbeddedPostgres server;

    public Postgres() {
        try {
            server = EmbeddedPostgres.builder().start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the database is that all share who need none of their own. */
    public String url() {
        return server.getJdbcUrl(USER, "postgres");
    }

    /** Creates a database; answers where it is. */
    public String newDatabase(String name) {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.getJdbcUrl(USER, name);
    }
}
