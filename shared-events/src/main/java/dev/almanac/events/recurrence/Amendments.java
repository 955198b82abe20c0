package dev.almanac.events.recurrence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** RDATE and EXDATE. A date without a time is, added, a day at the time of the start; taken away, that whole day. */
record Amendments(LocalTime timeOfStart, ZoneClock clock, DstPolicy policy) {
    private static final class AllDay {
        private static final Times TIMES = new Times((1 << 24) - 1, (1L << 60) - 1, (1L << 60) - 1);
    }

    Instants apply(Instants rule, List<Moment> rdate, List<Moment> exdate) {
        var instants = rule;
        if (!rdate.isEmpty()) {
            var nominal = LongStream.concat(
                    times(rdate),
                    days(rdate).map(day -> day.atTime(timeOfStart)).mapToLong(Dates::wall));
            var onTheWall = new ZonedWall(new ListWall(nominal), clock, policy, Bounds.from(Dates.MIN));
            instants = new Union(new Union(rule, onTheWall), new ListedInstants(instants(rdate), clock));
        }
        return exdate.isEmpty()
                ? instants
                : new Without(
                        instants,
                        clock,
                        new ListWall(instants(exdate)),
                        new ListWall(times(exdate)),
                        new DayWall(ListedDays.of(days(exdate)), AllDay.TIMES));
    }

    private static LongStream instants(List<Moment> moments) {
        return moments.stream()
                .filter(Moment.At.class::isInstance)
                .map(Moment.At.class::cast)
                .mapToLong(at -> at.instant().getEpochSecond());
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
