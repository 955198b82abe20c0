package dev.almanac.command.ics;

import dev.almanac.events.schedule.EventSeries;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.recurrence.clock.LocalStart;
import dev.almanac.recurrence.clock.Moment;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads RRULE, RDATE and EXDATE of one VEVENT. */
final class IcsRecurrence {
    private IcsRecurrence() {}

    static boolean isIn(IcsComponent event) {
        return event.first("RRULE").isPresent() || event.first("RDATE").isPresent();
    }

    /** Null where the event does not recur. Endless series are kept for as many occurrences as SCH-006 admits. */
    static @Nullable Rrule of(
            IcsComponent event, IcsTime begin, ZoneId zone, IcsZones zones, Consumer<String> adjusted) {
        if (!isIn(event)) {
            return null;
        }
        if (event.first("EXRULE").isPresent()) {
            throw new Unimportable("EXRULE is obsolete (RFC 5545 A.3) and not supported");
        }
        if (event.all("RRULE").size() > 1) {
            throw new Unimportable("has more than one RRULE, and RFC 5545 3.6.1 admits one");
        }
        LocalDateTime start = begin.in(zone);
        List<Moment> added = times(event, "RDATE", begin, zone, zones);
        List<Moment> left = times(event, "EXDATE", begin, zone, zones);
        // Without a rule the start is the one occurrence that RDATE adds to.
        String rule =
                event.first("RRULE").map(property -> property.value().strip()).orElse("FREQ=DAILY;COUNT=1");
        try {
            Rrule whole = new Rrule(rule, added, left);
            return ends(whole, new LocalStart(start, zone).wholeDay(begin.wholeDay()))
                    ? whole
                    : capped(rule, added, left, adjusted);
        } catch (InvalidRecurrence e) {
            throw new Unimportable("RRULE: " + e.getMessage());
        }
    }

    private static boolean ends(Rrule rule, LocalStart start) {
        Series series = Series.of(rule, start);
        return series.isFinite()
                && series.first(EventSeries.OCCURRENCES_MAX + 1).size() <= EventSeries.OCCURRENCES_MAX;
    }

    private static Rrule capped(String rule, List<Moment> added, List<Moment> left, Consumer<String> adjusted) {
        int count = EventSeries.OCCURRENCES_MAX - added.size();
        if (count < 1) {
            throw new Unimportable("SCH-006: more than " + EventSeries.OCCURRENCES_MAX + " occurrences");
        }
        adjusted.accept("SCH-006: the series is kept for its first " + count + " occurrences");
        return new Rrule(rule, added, left).counted(count);
    }

    private static List<Moment> times(IcsComponent event, String name, IcsTime start, ZoneId zone, IcsZones zones) {
        List<Moment> moments = new ArrayList<>();
        for (IcsProperty property : event.all(name)) {
            Stream.of(property.value().split(","))
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .map(IcsRecurrence::startOfPeriod)
                    .map(value -> IcsTime.of(property, value, zones))
                    .map(time -> moment(time, start, zone))
                    .forEach(moments::add);
        }
        return moments;
    }

    /** As it is written: an instant, a wall-clock time, or a day of an event that has a time of day (ADR 0103). */
    private static Moment moment(IcsTime time, IcsTime start, ZoneId zone) {
        if (time.wholeDay() && !start.wholeDay()) {
            return new Moment.Day(time.local().toLocalDate());
        }
        return time.utc() && !start.utc() ? new Moment.At(time.instant()) : new Moment.OnTheWall(time.in(zone));
    }

    /** RDATE;VALUE=PERIOD: the occurrence begins with the period. */
    private static String startOfPeriod(String value) {
        int slash = value.indexOf('/');
        return slash < 0 ? value : value.substring(0, slash);
    }
}
