package dev.almanac.command.store;

import dev.almanac.command.rows.DeferredWrites;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a command that is under way comes to beside its changes. Handlers take it as a parameter, and hand it down. */
public final class Transaction {
    private static final String KEY = Transaction.class.getName();
    private final Receipt receipt = new Receipt();
    private final DeferredWrites rows;

    private Transaction(JdbcTemplate jdbc) {
        this.rows = new DeferredWrites(jdbc);
    }

    /** Of PostgreSQL's transaction, which was begun before, and so is committed after. */
    static Transaction begin(UnitOfWork<?> unit, JdbcTemplate jdbc) {
        Transaction transaction = new Transaction(jdbc);
        unit.root().resources().put(KEY, transaction);
        unit.onCommit(_ -> transaction.rows.flush());
        return transaction;
    }

    /** Where Axon calls, which hands nothing down. */
    static Optional<Transaction> current() {
        return CurrentUnitOfWork.isStarted()
                ? Optional.ofNullable(CurrentUnitOfWork.get().root().getResource(KEY))
                : Optional.empty();
    }

    /** What its caller is answered. */
    public Receipt receipt() {
        return receipt;
    }

    /** What is written with its changes. */
    public DeferredWrites rows() {
        return rows;
    }
}
