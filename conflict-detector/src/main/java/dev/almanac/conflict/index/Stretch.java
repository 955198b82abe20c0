package dev.almanac.conflict.index;

import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import java.time.Instant;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A piece of a lane's time, in which entries of one group of lengths start; the pieces of a group are equally long. */
record Stretch(LaneId lane, Span span, long number) {

    static Stretch of(LaneId lane, LaneEntry entry) {
        Span span = Span.of(entry.slot());
        return new Stretch(lane, span, number(span, entry.slot().start()));
    }

    /** All in which something may start that overlaps the slot. */
    static Stream<Stretch> reaching(LaneId lane, Span span, TimeSlot slot) {
        long first = number(span, slot.start().minus(span.longest()));
        long last = number(span, slot.end().minusNanos(1));
        return LongStream.rangeClosed(first, last).mapToObj(number -> new Stretch(lane, span, number));
    }

    Instant start() {
        return Instant.ofEpochSecond(number * span.stretch().toSeconds());
    }

    Instant end() {
        return start().plus(span.stretch());
    }

    private static long number(Span span, Instant start) {
        return Math.floorDiv(start.getEpochSecond(), span.stretch().toSeconds());
    }
}
