package dev.almanac.recurrence;

import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.Instants;
import dev.almanac.recurrence.clock.ListedInstants;
import dev.almanac.recurrence.clock.LocalStart;
import dev.almanac.recurrence.clock.Moment;
import dev.almanac.recurrence.clock.Union;
import dev.almanac.recurrence.clock.Without;
import dev.almanac.recurrence.clock.ZonedWall;
import dev.almanac.recurrence.wall.Bounds;
import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.DayWall;
import dev.almanac.recurrence.wall.ListWall;
import dev.almanac.recurrence.wall.ListedDays;
import dev.almanac.recurrence.wall.Times;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** RDATE and EXDATE. A date without a time is, added, a day at the time of the start; taken away, that whole day. */
record Amendments(LocalStart start, DstPolicy policy, boolean elapsed) {
    private static final class AllDay {
        private static final Times TIMES = new Times((1 << 24) - 1, (1L << 60) - 1, (1L << 60) - 1);
    }

    Instants apply(Instants rule, List<Moment> rdate, List<Moment> exdate) {
        var clock = start.clock();
        var instants = rule;
        if (!rdate.isEmpty()) {
            var nominal = LongStream.concat(
                    times(rdate),
                    days(rdate)
                            .map(day -> day.atTime(start.nominal().toLocalTime()))
                            .mapToLong(Dates::wall));
            var onTheWall = new ZonedWall(new ListWall(nominal), clock, policy, Bounds.from(Dates.MIN));
            instants = new Union(new Union(rule, onTheWall), new ListedInstants(instants(rdate), clock));
        }
        return exdate.isEmpty()
                ? instants
                : new Without(
                        instants,
                        clock,
                        new ListWall(LongStream.concat(instants(exdate), leapt(exdate))),
                        new ListWall(times(exdate)),
                        new DayWall(ListedDays.of(days(exdate)), AllDay.TIMES));
    }

    private static LongStream instants(List<Moment> moments) {
        return moments.stream()
                .filter(Moment.At.class::isInstance)
                .map(Moment.At.class::cast)
                .mapToLong(at -> at.instant().getEpochSecond());
    }

    /** What counts elapsed time has no occurrence of a name that the clocks leap over: it leads to an instant. */
    private LongStream leapt(List<Moment> moments) {
        var clock = start.clock();
        return elapsed
                ? times(moments)
                        .filter(time -> clock.firstInstant(time) + clock.offsetAt(clock.firstInstant(time)) != time)
                        .map(clock::firstInstant)
                : LongStream.of();
    }

    private static LongStream times(List<Moment> moments) {
        return moments.stream()
                .filter(Moment.OnTheWall.class::isInstance)
                .map(Moment.OnTheWall.class::cast)
                .mapToLong(moment -> Dates.wall(moment.time()));
    }

    private static Stream<LocalDate> days(List<Moment> moments) {
        return moments.stream()
                .filter(Moment.Day.class::isInstance)
                .map(Moment.Day.class::cast)
                .map(Moment.Day::date);
    }
}
