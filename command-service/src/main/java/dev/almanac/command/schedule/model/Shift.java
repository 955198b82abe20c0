package dev.almanac.command.schedule.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/** By how much a series moves on the wall clock, and perhaps from one zone to another. */
public record Shift(Duration onTheWall, ZoneId from, ZoneId to) {

    /** A series that stays where it is. */
    static Shift none(ZoneId zone) {
        return new Shift(Duration.ZERO, zone, zone);
    }

    public static Shift between(Instant oldStart, String oldZone, Instant newStart, String newZone) {
        return between(LocalDateTime.ofInstant(oldStart, ZoneId.of(oldZone)), oldZone, newStart, newZone);
    }

    /** From a nominal time, which the clocks may skip. */
    public static Shift between(LocalDateTime oldStart, String oldZone, Instant newStart, String newZone) {
        return between(oldStart, oldZone, LocalDateTime.ofInstant(newStart, ZoneId.of(newZone)), newZone);
    }

    /** Between nominal times. */
    public static Shift between(LocalDateTime oldStart, String oldZone, LocalDateTime newStart, String newZone) {
        return new Shift(Duration.between(oldStart, newStart), ZoneId.of(oldZone), ZoneId.of(newZone));
    }

    /** Whether everything stays where it is. */
    boolean isNone() {
        return onTheWall.isZero() && from.equals(to);
    }

    LocalDateTime move(LocalDateTime nominal) {
        return nominal.plus(onTheWall);
    }

    Instant move(Instant instant) {
        return move(LocalDateTime.ofInstant(instant, from)).atZone(to).toInstant();
    }

    /** By how many dates the occurrence at this time moves. */
    long days(LocalDateTime nominal) {
        return ChronoUnit.DAYS.between(nominal.toLocalDate(), move(nominal).toLocalDate());
    }
}
