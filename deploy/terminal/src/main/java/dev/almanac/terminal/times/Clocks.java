package dev.almanac.terminal.times;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Instants as the clocks of a zone show them. */
public record Clocks(ZoneId zone) {
    private static final DateTimeFormatter WITH_DAY =
            DateTimeFormatter.ofPattern("EEE yyyy-MM-dd HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE yyyy-MM-dd", Locale.ENGLISH);

    public String dayAndTime(Instant instant) {
        return WITH_DAY.format(instant.atZone(zone));
    }

    public String toTheSecond(Instant instant) {
        return TO_THE_SECOND.format(instant.atZone(zone));
    }

    /** The end is without its day where that is the start's; a day that ends at midnight ends at 24:00. */
    public String span(Instant start, Instant end) {
        return dayAndTime(start) + "\u2013" + end(start, end);
    }

    public String end(Instant start, Instant end) {
        ZonedDateTime from = start.atZone(zone);
        ZonedDateTime till = end.atZone(zone);
        if (from.toLocalDate().equals(till.toLocalDate())) {
            return TIME.format(till);
        }
        boolean midnight = till.toLocalDate().equals(from.toLocalDate().plusDays(1))
                && till.toLocalTime().toSecondOfDay() == 0;
        return midnight ? "24:00" : dayAndTime(end);
    }

    public String day(Instant instant) {
        return DAY.format(instant.atZone(zone));
    }

    /** For a head: whose clocks these are. */
    public String named(String what) {
        return what + " (" + zone.getId() + ")";
    }
}
