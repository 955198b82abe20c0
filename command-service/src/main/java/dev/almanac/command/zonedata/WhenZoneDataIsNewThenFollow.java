package dev.almanac.command.zonedata;

import dev.almanac.events.wire.FailureText;
import dev.almanac.jobs.BackgroundJob;
import dev.almanac.jobs.BackgroundJobs;
import dev.almanac.jobs.Schedule;
import dev.almanac.recurrence.zones.ZoneData;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * After the start with another release of zone data than the last, what it moves is moved: by one instance at a time. Another
 * takes over from one that was killed, as its lock goes with its connection.
 */
@Component
class WhenZoneDataIsNewThenFollow {
    private static final Logger LOG = LoggerFactory.getLogger(WhenZoneDataIsNewThenFollow.class);

    /** Of PostgreSQL's advisory locks the one that nothing else here takes. */
    private static final long LOCK = 0x5a4f4e45L;

    private final NewRelease releases;
    private final DataSource dataSource;
    private final BackgroundJob job;
    private final AtomicBoolean atWork = new AtomicBoolean();
    private volatile boolean followed;

    WhenZoneDataIsNewThenFollow(NewRelease releases, DataSource dataSource, BackgroundJobs jobs) {
        this.releases = releases;
        this.dataSource = dataSource;
        this.job = jobs.job(
                "zone-data",
                "Moves what is booked by local time to where that is by new zone data",
                Schedule.sometimes("after a start, until it is done"),
                Duration.ofHours(1));
    }

    @Scheduled(
            initialDelayString = "${almanac.zone-data.first-look}",
            fixedDelayString = "${almanac.zone-data.look-interval}")
    void look() {
        // It may take minutes, and whatever else is scheduled shares one thread.
        if (atWork.compareAndSet(false, true)) {
            Thread.ofVirtual().name("zone-data").start(this::follow);
        }
    }

    private void follow() {
        try {
            followed = followed || follow(ZoneData.versionInUse());
            releases.count();
        } catch (RuntimeException | SQLException e) {
            LOG.warn("What the new zone data moves is not all moved yet, and will be tried again", e);
        } finally {
            atWork.set(false);
        }
    }

    /** Whether nobody else is at it, so that it is done now. */
    boolean follow(String release) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            if (!isTrue(statement, "select pg_try_advisory_lock(" + LOCK + ")")) {
                return false;
            }
            try {
                move(release);
            } finally {
                statement.execute("select pg_advisory_unlock(" + LOCK + ")");
            }
            return true;
        }
    }

    private void move(String release) {
        BackgroundJob.Run run = job.begun();
        try {
            releases.follow(release);
        } catch (RuntimeException failure) {
            run.failed(FailureText.of(failure));
            throw failure;
        }
        run.succeeded("Release " + release);
    }

    private static boolean isTrue(Statement statement, String question) throws SQLException {
        try (ResultSet answer = statement.executeQuery(question)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
