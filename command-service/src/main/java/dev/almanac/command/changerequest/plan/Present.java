package dev.almanac.command.changerequest.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * The present, and the clocks by which a sentence means its times.
 *
 * @param zone of who asks
 */
public record Present(Instant now, ZoneId zone) {
    LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone);
    }

    LocalDate day(Instant instant) {
        return local(instant).toLocalDate();
    }

    /** Of a time that the clocks skip, what they show then; of one that they show twice, the first. */
    Instant instant(LocalDateTime time) {
        return time.atZone(zone).toInstant();
    }
}
