package dev.almanac.terminal.calendar;

import java.time.Duration;
import java.time.Instant;

/** From a start until before an end. */
public record TimeSlot(Instant start, Instant end) {

    public TimeSlot {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("ends at " + end + ", before it starts at " + start);
        }
    }

    public boolean meets(TimeSlot other) {
        return (start.isBefore(other.end) && other.start.isBefore(end)) || start.equals(other.start);
    }

    public Duration length() {
        return Duration.between(start, end);
    }
}
