package dev.almanac.events.schedule;

import dev.almanac.events.TimeSlot;
import dev.almanac.recurrence.KnownZone;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** How one occurrence departs from its series. */
public sealed interface OccurrenceException {

    /**
     * It takes place elsewhere.
     *
     * @param localStart the start on the clocks of the series' zone as it was meant; null where nobody said so, and where that
     *     zone is another by now
     */
    record Moved(
            TimeSlot slot,
            @Nullable EventDetails details,
            @Nullable LocalDateTime localStart) implements OccurrenceException {

        public Moved(TimeSlot slot, @Nullable EventDetails details) {
            this(slot, details, null);
        }

        /** Meant as what the clocks of the zone show then. */
        public static Moved onTheClocks(TimeSlot slot, @Nullable EventDetails details, String timeZone) {
            return new Moved(slot, details, LocalDateTime.ofInstant(slot.start(), KnownZone.orUtc(timeZone)));
        }
    }

    record Cancelled() implements OccurrenceException {}
}
