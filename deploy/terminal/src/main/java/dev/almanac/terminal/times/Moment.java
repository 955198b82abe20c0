package dev.almanac.terminal.times;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A time that somebody named: on the clocks of a zone, or at an offset, which is one instant whatever the zone. */
public sealed interface Moment {
    /** Clocks skip times and show some twice: what is meant then, the API decides as it does for everybody. */
    record OnTheClock(LocalDateTime time) implements Moment {
        @Override
        public String sent() {
            return time.toString();
        }

        @Override
        public LocalDateTime local(ZoneId zone) {
            return time;
        }

        @Override
        public Instant instant(ZoneId zone) {
            return time.atZone(zone).toInstant();
        }
    }

    record AtAnOffset(OffsetDateTime time) implements Moment {
        @Override
        public String sent() {
            return time.toInstant().toString();
        }

        @Override
        public LocalDateTime local(ZoneId zone) {
            return time.atZoneSameInstant(zone).toLocalDateTime();
        }

        @Override
        public Instant instant(ZoneId zone) {
            return time.toInstant();
        }
    }

    /** As the API takes it, beside the zone. */
    String sent();

    LocalDateTime local(ZoneId zone);

    Instant instant(ZoneId zone);
}
