package dev.almanac.command.http;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;

/**
 * Whether something failed because PostgreSQL went away in the middle of it. Whoever reads a row at a time, as Axon does, tells
 * of that in a way of its own: what counts is what the driver said.
 */
final class StoreUnavailable {
    private static final int CAUSES_MAX = 20;
    /** Connection exceptions, out of resources, ended by an operator or a crash, and failures of the system (SQLSTATE). */
    private static final Set<String> CLASSES = Set.of("08", "53", "57", "58");

    private StoreUnavailable() {}

    static boolean is(Throwable failure) {
        Throwable next = failure;
        for (int i = 0; i < CAUSES_MAX && next != null; i++) {
            if (saysSo(next)) {
                return true;
            }
            next = next.getCause();
        }
        return false;
    }

    private static boolean saysSo(Throwable failure) {
        return switch (failure) {
            case SQLTransientConnectionException _,
                    DataAccessResourceFailureException _,
                    CannotCreateTransactionException _ -> true;
            case SQLException sql ->
                sql.getCause() instanceof IOException
                        || (sql.getSQLState() != null
                                && CLASSES.contains(sql.getSQLState()
                                        .substring(
                                                0, Math.min(2, sql.getSQLState().length()))))
                        || isClosed(sql);
            default -> false;
        };
    }

    /** What was open when the connection broke is closed by it: 55000, 08003 or, from the pool, nothing but these words. */
    private static boolean isClosed(SQLException sql) {
        String said = String.valueOf(sql.getMessage());
        return said.contains("has been closed") || said.contains("is closed");
    }
}
