package dev.almanac.command.rows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * Several statements that PostgreSQL gets at once, and carries out one after the other: each sees what those before it
 * wrote, and what others committed while those before it waited for a lock.
 */
public final class RoundTrip {
    private final List<String> statements = new ArrayList<>();
    private final List<@Nullable Object> arguments = new ArrayList<>();

    /** Arguments are what the driver takes as objects; instants go as text. */
    public RoundTrip add(String statement, @Nullable Object... itsArguments) {
        statements.add(statement);
        arguments.addAll(java.util.Arrays.asList(itsArguments));
        return this;
    }

    public int size() {
        return statements.size();
    }

    /** For {@code JdbcTemplate}: the first reader gets the rows of the first query, and so on. */
    public ConnectionCallback<@Nullable Void> reading(RowCallbackHandler... readers) {
        return connection -> {
            run(connection, readers);
            return null;
        };
    }

    /** The first reader gets the rows of the first query, and so on; what writes has none. */
    public void run(Connection connection, RowCallbackHandler... readers) throws SQLException {
        Iterator<RowCallbackHandler> next = List.of(readers).iterator();
        try (PreparedStatement joined = connection.prepareStatement(String.join(";\n", statements))) {
            for (int i = 0; i < arguments.size(); i++) {
                joined.setObject(i + 1, arguments.get(i));
            }
            boolean isQuery = joined.execute();
            while (isQuery || joined.getUpdateCount() >= 0) {
                if (isQuery) {
                    read(joined, next.next());
                }
                isQuery = joined.getMoreResults();
            }
        }
    }

    private static void read(PreparedStatement joined, RowCallbackHandler reader) throws SQLException {
        try (ResultSet rows = joined.getResultSet()) {
            while (rows.next()) {
                reader.processRow(rows);
            }
        }
    }
}
