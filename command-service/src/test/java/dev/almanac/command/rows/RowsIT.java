package dev.almanac.command.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.command.OnRealParts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@OnRealParts
class RowsIT {
    private static final String INSERT = "insert into resource (resource_id) values (?)";
    private static final String LOCK = "select resource_id from resource where resource_id = ? for update";
    private static final String NAMED =
            "select resource_id from resource where resource_id like ? order by resource_id";

    @Autowired
    private DataSource postgres;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TransactionManager transactions;

    private String name = "";

    @BeforeEach
    void nameRows() {
        name = UUID.randomUUID() + "-";
    }

    @Test
    void a_look_behind_a_lock_sees_what_others_committed_while_the_lock_was_waited_for() throws Exception {
        jdbc.update(INSERT, name + "a");
        try (Connection first = begun();
                Connection second = begun()) {
            run(first, new RoundTrip().add(LOCK, name + "a"));
            CompletableFuture<List<String>> seen = CompletableFuture.supplyAsync(
                    () -> run(second, new RoundTrip().add(LOCK, name + "a").add(NAMED, name + "%")));
            await().until(() -> waiting() > 0);
            run(first, new RoundTrip().add(INSERT, name + "b"));
            first.commit();

            assertThat(seen.get()).containsExactly("lock " + name + "a", name + "a", name + "b");
        }
    }

    @Test
    void rows_are_written_when_the_command_commits_in_their_order_and_however_many() {
        inACommand(rows -> {
            for (int i = 0; i < 20; i++) {
                rows.write(INSERT, name + i);
                rows.write("delete from resource where resource_id = ?", name + (i - 1));
            }
            rows.write(INSERT, name + "last");
            assertThat(rows()).doesNotContain(name + "last");
        });

        assertThat(rows()).containsExactly(name + "19", name + "last");
    }

    private void inACommand(Consumer<DeferredWrites> work) {
        var unit = DefaultUnitOfWork.startAndGet(GenericCommandMessage.asCommandMessage("writes rows"));
        unit.attachTransaction(transactions);
        DeferredWrites rows = new DeferredWrites(jdbc);
        unit.onCommit(_ -> rows.flush());
        unit.execute(() -> work.accept(rows));
    }

    private List<String> rows() {
        return jdbc.query(NAMED, (row, _) -> row.getString(1), name + "%");
    }

    private long waiting() {
        Long waiting = jdbc.queryForObject(
                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%resource%'",
                Long.class);
        return waiting == null ? 0 : waiting;
    }

    private Connection begun() throws SQLException {
        Connection connection = postgres.getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static List<String> run(Connection connection, RoundTrip trip) {
        List<String> seen = new ArrayList<>();
        try {
            trip.run(connection, row -> seen.add("lock " + row.getString(1)), row -> seen.add(row.getString(1)));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return seen;
    }
}
