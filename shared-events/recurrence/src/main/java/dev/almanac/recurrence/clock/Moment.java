package dev.almanac.recurrence.clock;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.almanac.recurrence.wall.Dates;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** A time as people write it into a rule: an instant, a wall-clock time, or a whole day. */
public sealed interface Moment {
    record At(Instant instant) implements Moment {
        @Override
        @JsonValue
        public String toString() {
            return instant.toString();
        }
    }

    record OnTheWall(LocalDateTime time) implements Moment {
        @Override
        @JsonValue
        public String toString() {
            return time.toString();
        }
    }

    record Day(LocalDate date) implements Moment {
        @Override
        @JsonValue
        public String toString() {
            return date.toString();
        }
    }

    /** Reads RFC 3339 ({@code 2026-03-08T02:30:00Z}, zone or time optional) and RFC 5545 ({@code 20260308T023000Z}). */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Moment parse(String text) {
        try {
            var moment = read(text.length() >= 8 && text.indexOf('-') < 0 ? extended(text) : text);
            if (moment.isInCalendar()) {
                return moment;
            }
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            throw refusal(text);
        }
        throw refusal(text);
    }

    private static InvalidRecurrence refusal(String text) {
        return new InvalidRecurrence(
                "time", "'" + text + "' is not a date, a local date-time or an instant of the years 1 to 9999");
    }

    private boolean isInCalendar() {
        return switch (this) {
            case At(var instant) -> Dates.inCalendar(instant);
            case OnTheWall(var time) -> Dates.inCalendar(time);
            case Day(var date) -> Dates.inCalendar(date.atStartOfDay());
        };
    }

    private static Moment read(String text) {
        if (text.indexOf('T') < 0) {
            return new Day(LocalDate.parse(text));
        }
        if (text.endsWith("Z") || text.indexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T')) {
            return new At(OffsetDateTime.parse(text).toInstant());
        }
        return new OnTheWall(LocalDateTime.parse(text));
    }

    private static String extended(String basic) {
        var date = basic.substring(0, 4) + "-" + basic.substring(4, 6) + "-" + basic.substring(6, 8);
        return basic.length() == 8
                ? date
                : date + basic.charAt(8) + basic.substring(9, 11) + ":" + basic.substring(11, 13) + ":"
                        + basic.substring(13);
    }

    /** The RFC 5545 form. */
    default String basic() {
        return switch (this) {
            case At(var instant) -> basic(LocalDateTime.ofInstant(instant, ZoneOffset.UTC)) + "Z";
            case OnTheWall(var time) -> basic(time);
            case Day(var date) -> date.toString().replace("-", "");
        };
    }

    private static String basic(LocalDateTime time) {
        return new Occurrence(time, Instant.EPOCH, Adjustment.NONE, false).suffix();
    }
}
