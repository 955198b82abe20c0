package dev.almanac.local.demo.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Three months from the week on in which it is asked for.
 *
 * @param now nothing is booked in the past
 */
record Season(ZonedDateTime now) {
    static final ZoneId ZONE = ZoneId.of("Europe/Vienna");
    static final int WEEKS = 13;
    private static final int MINUTES_AHEAD = 15;

    LocalDate monday() {
        return today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    List<Booking> events() {
        return weeks().flatMap(week -> Programme.WEEK.stream().map(slot -> slot.in(monday(), week)))
                .filter(this::liesAhead)
                .toList();
    }

    List<Booking> series() {
        return Standing.from(today().plusDays(1));
    }

    private static Stream<Integer> weeks() {
        return IntStream.range(0, WEEKS).boxed();
    }

    private boolean liesAhead(Booking booking) {
        return booking.start()
                .isAfter(now.withZoneSameInstant(ZONE).toLocalDateTime().plusMinutes(MINUTES_AHEAD));
    }

    private LocalDate today() {
        return now.withZoneSameInstant(ZONE).toLocalDate();
    }
}
