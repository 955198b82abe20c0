package dev.almanac.events;

import java.time.Duration;
import java.time.Instant;

/** A half-open interval {@code [start, end)} of instants in UTC. */
public record TimeSlot(Instant start, Instant end) {

    public boolean overlaps(TimeSlot other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    public TimeSlot intersection(TimeSlot other) {
        return new TimeSlot(
                start.isAfter(other.start) ? start : other.start, end.isBefore(other.end) ? end : other.end);
    }

    /** The shortest slot that holds both. */
    public TimeSlot hull(TimeSlot other) {
        return new TimeSlot(
                start.isBefore(other.start) ? start : other.start, end.isAfter(other.end) ? end : other.end);
    }

    public TimeSlot movedTo(Instant newStart) {
        return new TimeSlot(newStart, newStart.plus(duration()));
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    /** With a rest behind it. */
    public TimeSlot followedBy(Duration buffer) {
        return buffer.isZero() ? this : new TimeSlot(start, end.plus(buffer));
    }
}
