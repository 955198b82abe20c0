package dev.almanac.command.rows;

import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Rows that are written with the changes of a command, in one round trip: nobody reads them before the command is
 * committed. Where no command is under way they are written at once.
 */
@Component
public class Alongside {
    private static final String KEY = Alongside.class.getName();

    /** More wait for nothing. It also bounds how many texts the driver keeps, one for each combination. */
    private static final int WAITING_MAX = 6;

    private final JdbcTemplate jdbc;

    Alongside(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    public void write(String statement, @Nullable Object... arguments) {
        if (!CurrentUnitOfWork.isStarted()) {
            jdbc.update(statement, arguments);
            return;
        }
        UnitOfWork<?> unit = CurrentUnitOfWork.get().root();
        waiting(unit).add(statement, arguments);
        if (waiting(unit).size() == WAITING_MAX) {
            writeAtOnce(unit);
        }
    }

    private RoundTrip waiting(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(KEY, _ -> {
            // The transaction was begun before, and so is committed after.
            unit.onCommit(this::writeAtOnce);
            return new RoundTrip();
        });
    }

    /** For a command that appends nothing, too. */
    private void writeAtOnce(UnitOfWork<?> unit) {
        RoundTrip rows = take(unit);
        if (rows.size() > 0) {
            jdbc.execute(rows.reading());
        }
    }

    /** What waits to be written; whoever takes it runs it. */
    public static RoundTrip take(UnitOfWork<?> unit) {
        RoundTrip waiting = unit.root().getResource(KEY);
        if (waiting == null || waiting.size() == 0) {
            return new RoundTrip();
        }
        unit.root().resources().put(KEY, new RoundTrip());
        return waiting;
    }
}
