package dev.almanac.bench.streams;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import dev.almanac.local.postgres.Postgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** db-scheduler as its users set it up for speed: lock-and-fetch, ten threads, a look every tenth of a second. */
final class DbSchedulerPeer implements AutoCloseable {
    private static final String TABLE = """
            create table scheduled_tasks (
              task_name text not null, task_instance text not null, task_data bytea,
              execution_time timestamp with time zone not null, picked boolean not null, picked_by text,
              last_success timestamp with time zone, last_failure timestamp with time zone,
              consecutive_failures int, last_heartbeat timestamp with time zone, version bigint not null,
              priority smallint, primary key (task_name, task_instance));
            create index execution_time_idx on scheduled_tasks (execution_time);
            create index last_heartbeat_idx on scheduled_tasks (last_heartbeat)""";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int THREADS = 10;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Long> lateNanos = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();
    private final OneTimeTask<Void> task;
    private final Scheduler scheduler;
    private final HikariDataSource postgres;

    private DbSchedulerPeer(HikariDataSource postgres) {
        this.postgres = postgres;
        this.task = Tasks.oneTime("bench", Void.class)
                .execute((instance, context) -> lateNanos.put(
                        instance.getId(),
                        Duration.between(context.getExecution().executionTime, clock.instant())
                                .toNanos()));
        this.scheduler = Scheduler.create(postgres, task)
                .threads(THREADS)
                .pollingInterval(Duration.ofMillis(100))
                .pollUsingLockAndFetch(4.0, 100.0)
                .build();
        scheduler.start();
    }

    static DbSchedulerPeer on(String postgresUrl) {
        HikariDataSource postgres = new HikariDataSource();
        postgres.setJdbcUrl(postgresUrl);
        postgres.setUsername(Postgres.USER);
        postgres.setPassword(Postgres.PASSWORD);
        postgres.setMaximumPoolSize(THREADS + 2);
        try (Connection connection = postgres.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLE);
        } catch (SQLException e) {
            throw new IllegalStateException("db-scheduler has no table", e);
        }
        return new DbSchedulerPeer(postgres);
    }

    Late due(DueTimes times) throws InterruptedException {
        int count = times.count();
        int from = next.getAndAdd(count);
        Instant at = times.first(clock.instant());
        SchedulerClient client = scheduler;
        for (int i = 0; i < count; i++) {
            client.scheduleIfNotExists(task.instance("task-" + (from + i)), times.of(i, at));
        }
        return Late.of(from, count, "task-", lateNanos, PATIENCE);
    }

    @Override
    public void close() {
        scheduler.stop();
        postgres.close();
    }
}
