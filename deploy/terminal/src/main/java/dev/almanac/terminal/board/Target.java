package dev.almanac.terminal.board;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What lies below the mouse.
 *
 * @param row of a list that keys count in: fields, conflicts, suggestions
 */
public record Target(Optional<LocalDate> date, Optional<LocalTime> time, Optional<String> itemId, OptionalInt row) {
    public static final Target NOTHING =
            new Target(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.empty());

    public static Target date(LocalDate date) {
        return new Target(Optional.of(date), Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    public static Target hour(LocalDate date, LocalTime time) {
        return new Target(Optional.of(date), Optional.of(time), Optional.empty(), OptionalInt.empty());
    }

    public static Target row(int row) {
        return new Target(Optional.empty(), Optional.empty(), Optional.empty(), OptionalInt.of(row));
    }

    public Target with(String id) {
        return new Target(date, time, Optional.of(id), row);
    }
}
