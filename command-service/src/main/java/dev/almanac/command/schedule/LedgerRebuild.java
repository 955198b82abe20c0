package dev.almanac.command.schedule;

import dev.almanac.command.ledger.Rebuilding;
import dev.almanac.command.ledger.Rebuilding.Difference;
import dev.almanac.command.schedule.model.Claims;
import dev.almanac.events.schedule.ScheduleChange;
import dev.almanac.events.schedule.ScheduledEvent;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the slot ledger anew from all changes of scheduled events. */
@Component
public class LedgerRebuild {
    private static final String CHANGES = """
            select aggregate_identifier, payload_type, payload_revision, payload from domain_event_entry
            where type = 'ScheduledEvent' order by aggregate_identifier, sequence_number""";
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcTemplate jdbc;
    private final Rebuilding ledger;
    private final TransactionTemplate transaction;
    private final TransactionTemplate moment;

    LedgerRebuild(DataSource dataSource, Rebuilding ledger, PlatformTransactionManager transactions) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.jdbc.setFetchSize(ROWS_AT_ONCE);
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
        this.moment = new TransactionTemplate(transactions);
        this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Puts right what differs, and says how much it was. Bookings wait meanwhile. */
    public Difference run() {
        return Objects.requireNonNull(transaction.execute(_ -> {
            ledger.begin();
            addAll();
            return ledger.finish();
        }));
    }

    /** Says how much differs at one moment, and puts nothing right. Bookings go on meanwhile. */
    public Difference look() {
        return Objects.requireNonNull(moment.execute(_ -> {
            ledger.beginLooking();
            addAll();
            return ledger.look();
        }));
    }

    private void addAll() {
        Fold fold = new Fold();
        jdbc.query(CHANGES, fold);
        fold.settle();
    }

    /** Event by event, as the rows come in the order of their ids. */
    private final class Fold implements RowCallbackHandler {
        private String scheduleId = "";
        private ScheduledEvent state = new ScheduledEvent.Absent();

        @Override
        public void processRow(ResultSet row) throws SQLException {
            if (!scheduleId.equals(row.getString(1))) {
                settle();
                scheduleId = row.getString(1);
                state = new ScheduledEvent.Absent();
            }
            state = ScheduledEvent.evolve(state, change(row.getString(2), row.getString(3), row.getBytes(4)));
        }

        private void settle() {
            ledger.add(Claims.of(state));
        }
    }

    private static ScheduleChange change(String type, @Nullable String revision, byte[] json) {
        return (ScheduleChange) ChangeJson.read(json, Schema.of(type, revision));
    }
}
