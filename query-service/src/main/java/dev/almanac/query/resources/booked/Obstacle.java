package dev.almanac.query.resources.booked;

import dev.almanac.events.TimeSlot;
import dev.almanac.query.events.EntryView;
import dev.almanac.query.resources.UnavailablePeriod;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a resource is not to be had. */
public sealed interface Obstacle {

    TimeSlot slot();

    /** When no other claim may be: one keeps the buffer to the claims around it, and ends that long before an outage. */
    TimeSlot keptFree(Duration buffer);

    /**
     * In words.
     *
     * @param title of the booking, absent where the caller may not know it
     */
    String reason(TimeSlot asked, Duration buffer, @Nullable String title);

    record Outage(UnavailablePeriod period) implements Obstacle {

        @Override
        public TimeSlot slot() {
            return period.slot();
        }

        @Override
        public TimeSlot keptFree(Duration buffer) {
            return new TimeSlot(slot().start().minus(buffer), slot().end());
        }

        @Override
        public String reason(TimeSlot asked, Duration buffer, @Nullable String title) {
            String what = period.reason() == null ? "unavailable" : "unavailable: " + period.reason();
            return slot().overlaps(asked)
                    ? "Marked " + what
                    : "Less than %d minutes before it is marked %s".formatted(buffer.toMinutes(), what);
        }
    }

    record Booking(EntryView entry) implements Obstacle {

        @Override
        public TimeSlot slot() {
            return entry.slot();
        }

        @Override
        public TimeSlot keptFree(Duration buffer) {
            return new TimeSlot(slot().start().minus(buffer), slot().end().plus(buffer));
        }

        @Override
        public String reason(TimeSlot asked, Duration buffer, @Nullable String title) {
            return slot().overlaps(asked)
                    ? "Already booked" + (title == null ? "" : " for " + title)
                    : "Less than %d minutes from %s"
                            .formatted(buffer.toMinutes(), title == null ? "another booking" : title);
        }
    }
}
