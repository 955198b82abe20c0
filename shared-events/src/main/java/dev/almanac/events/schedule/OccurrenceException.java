package dev.almanac.events.schedule;

import dev.almanac.events.TimeSlot;
import org.jspecify.annotations.Nullable;

/** How one occurrence departs from its series. */
public sealed interface OccurrenceException {

    record Moved(TimeSlot slot, @Nullable EventDetails details) implements OccurrenceException {}

    record Cancelled() implements OccurrenceException {}
}
