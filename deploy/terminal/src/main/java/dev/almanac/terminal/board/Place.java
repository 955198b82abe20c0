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
 * @param top which row is shown first, {@link #ANYWHERE} until it was drawn
 */
public record Place(View view, LocalDate date, LocalTime time, String itemId, ZoneId zone, int top) {
    public static final int ANYWHERE = -1;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    public static Place of(View view, LocalDate date, ZoneId zone) {
        return new Place(view, date, MORNING, "", zone, ANYWHERE);
    }

    public YearMonth month() {
        return YearMonth.from(date);
    }

    public Place in(View other) {
        return other == view ? this : new Place(other, date, time, itemId, zone, ANYWHERE);
    }

    /** Nothing is chosen there yet. */
    public Place on(LocalDate other) {
        return other.equals(date) ? this : new Place(view, other, time, "", zone, ANYWHERE);
    }

    public Place at(LocalTime other) {
        return new Place(view, date, other, itemId, zone, top);
    }

    public Place choosing(String id) {
        return new Place(view, date, time, id, zone, top);
    }

    /** What is clicked on stays where it is. */
    public Place from(int row) {
        return new Place(view, date, time, itemId, zone, row);
    }
}
