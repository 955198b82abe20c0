package dev.almanac.command.rows;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Rows that are written with the changes of a command, in one round trip: nobody reads them before the command is committed.
 * They are handed down to whoever has something to write.
 */
public final class DeferredWrites {
    /** More wait for nothing. It also bounds how many texts the driver keeps, one for each combination. */
    private static final int WAITING_MAX = 6;

    private final JdbcTemplate jdbc;
    private RoundTrip waiting = new RoundTrip();

    public DeferredWrites(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void write(String statement, @Nullable Object... arguments) {
        waiting.add(statement, arguments);
        if (waiting.size() == WAITING_MAX) {
            flush();
        }
    }

    /** What waits to be written; whoever takes it runs it. */
    public RoundTrip take() {
        RoundTrip taken = waiting;
        waiting = new RoundTrip();
        return taken;
    }

    /** For what cannot wait any longer, as of a command that appends nothing. */
    public void flush() {
        RoundTrip rows = take();
        if (rows.size() > 0) {
            jdbc.execute(rows.reading());
        }
    }
}
