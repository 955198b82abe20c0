package dev.almanac.bench;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Series;
import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Random;
import java.util.TimeZone;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.quartz.CronExpression;

/** One cron, made ready in every library, and random instants from 2024 to 2034 to ask about. */
@State(Scope.Thread)
public class CronPeers {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final int INSTANTS = 4096;
    static final long MONTH = 31 * 86_400L;

    @Param
    CronShape shape = CronShape.EVERY_MIN;

    Series almanac = series(CronShape.EVERY_MIN);
    ExecutionTime cronUtils = cronUtils(CronShape.EVERY_MIN);
    CronExpression quartz = quartz(CronShape.EVERY_MIN);
    org.springframework.scheduling.support.CronExpression spring = spring(CronShape.EVERY_MIN);
    org.jobrunr.scheduling.cron.CronExpression jobrunr = jobrunr(CronShape.EVERY_MIN);

    final long[] seconds = new long[INSTANTS];
    final Instant[] instants = new Instant[INSTANTS];
    final ZonedDateTime[] times = new ZonedDateTime[INSTANTS];
    final Date[] dates = new Date[INSTANTS];
    final long[] buffer = new long[50_000];
    private int at;

    @Setup
    public void prepare() {
        almanac = series(shape);
        cronUtils = cronUtils(shape);
        quartz = quartz(shape);
        spring = spring(shape);
        // JobRunr has no #: its row for NTH means nothing.
        jobrunr = jobrunr(shape == CronShape.NTH ? CronShape.WEEKDAY9 : shape);
        var random = new Random(42);
        long from = Instant.parse("2024-01-01T00:00:00Z").getEpochSecond();
        long span = Instant.parse("2034-01-01T00:00:00Z").getEpochSecond() - from;
        for (int i = 0; i < INSTANTS; i++) {
            seconds[i] = from + (long) (random.nextDouble() * span);
            instants[i] = Instant.ofEpochSecond(seconds[i]);
            times[i] = instants[i].atZone(ZONE);
            dates[i] = Date.from(instants[i]);
        }
    }

    int turn() {
        at = (at + 1) % INSTANTS;
        return at;
    }

    static Series series(CronShape shape) {
        return Series.ofRule(new Cron(shape.unix), LocalDateTime.parse("2020-01-01T00:00"), ZONE);
    }

    static ExecutionTime cronUtils(CronShape shape) {
        return ExecutionTime.forCron(cronUtilsParser().parse(shape.quartz));
    }

    static CronParser cronUtilsParser() {
        return new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.QUARTZ));
    }

    static CronExpression quartz(CronShape shape) {
        try {
            var quartz = new CronExpression(shape.quartz);
            quartz.setTimeZone(TimeZone.getTimeZone(ZONE));
            return quartz;
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static org.springframework.scheduling.support.CronExpression spring(CronShape shape) {
        return org.springframework.scheduling.support.CronExpression.parse(shape.spring);
    }

    static org.jobrunr.scheduling.cron.CronExpression jobrunr(CronShape shape) {
        return new org.jobrunr.scheduling.cron.CronExpression(shape.unix);
    }
}
