package dev.almanac.bench;

import biweekly.ICalVersion;
import biweekly.io.ParseContext;
import biweekly.io.scribe.property.RecurrenceRuleScribe;
import biweekly.parameter.ICalParameters;
import biweekly.property.RecurrenceRule;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.Series;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.TimeZone;
import net.fortuna.ical4j.model.Recur;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One RRULE, made ready in every library. */
@State(Scope.Thread)
public class RrulePeers {
    static final ZoneId ZONE = ZoneId.of("America/New_York");
    static final TimeZone TIME_ZONE = TimeZone.getTimeZone(ZONE);
    static final Instant MARCH = Instant.parse("2026-03-01T05:00:00Z");
    static final Instant APRIL = Instant.parse("2026-04-01T04:00:00Z");

    @Param
    RruleShape shape = RruleShape.DAILY;

    Series almanac = series(RruleShape.DAILY);
    org.dmfs.rfc5545.recur.RecurrenceRule libRecur = libRecur(RruleShape.DAILY);
    DateTime libRecurStart = DateTime.nowAndHere();
    Recur<ZonedDateTime> ical4j = new Recur<>(RruleShape.DAILY.rule);
    ZonedDateTime start = start(RruleShape.DAILY).atZone(ZONE);
    Date startDate = new Date(0);
    RecurrenceRule biweekly = biweekly(RruleShape.DAILY);
    final long[] buffer = new long[4096];

    @Setup
    public void prepare() {
        almanac = series(shape);
        libRecur = libRecur(shape);
        libRecurStart = DateTime.parse(TIME_ZONE, shape.start);
        ical4j = new Recur<>(shape.rule);
        start = start(shape).atZone(ZONE);
        startDate = Date.from(start.toInstant());
        biweekly = biweekly(shape);
    }

    static LocalDateTime start(RruleShape shape) {
        return LocalDateTime.parse(shape.start, DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT));
    }

    static Series series(RruleShape shape) {
        return Series.of(new Rrule(shape.rule), start(shape), ZONE);
    }

    static org.dmfs.rfc5545.recur.RecurrenceRule libRecur(RruleShape shape) {
        try {
            return new org.dmfs.rfc5545.recur.RecurrenceRule(shape.rule);
        } catch (InvalidRecurrenceRuleException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static RecurrenceRule biweekly(RruleShape shape) {
        var context = new ParseContext();
        context.setVersion(ICalVersion.V2_0);
        return new RecurrenceRuleScribe().parseText(shape.rule, null, new ICalParameters(), context);
    }
}
