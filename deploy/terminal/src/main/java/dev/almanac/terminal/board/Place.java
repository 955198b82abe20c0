package dev.almanac.terminal.board;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * Where somebody looks.
 *
 * @param time of the day, where the next event would be put
 * @param itemId of what is chosen, empty where nothing is
 */
public record Place(View view, LocalDate date, LocalTime time, String itemId, ZoneId zone) {
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    public static Place of(View view, LocalDate date, ZoneId zone) {
        return new Place(view, date, MORNING, "", zone);
    }

    public YearMonth month() {
        return YearMonth.from(date);
    }

    public Place in(View other) {
        return new Place(other, date, time, itemId, zone);
    }

    /** Nothing is chosen there yet. */
    public Place on(LocalDate other) {
        return other.equals(date) ? this : new Place(view, other, time, "", zone);
    }

    public Place at(LocalTime other) {
        return new Place(view, date, other, itemId, zone);
    }

    public Place choosing(String id) {
        return new Place(view, date, time, id, zone);
    }
}
