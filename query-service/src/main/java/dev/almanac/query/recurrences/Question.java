package dev.almanac.query.recurrences;

import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Pattern;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.recurrence.Series;
import dev.almanac.recurrence.clock.DstPolicy;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import dev.almanac.web.Fields;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A preview's request with every field in order. */
record Question(
        Recurrence recurrence, ZoneId zone, Instant from, Instant until, Optional<LocalDateTime> start, DstPolicy dst) {

    /** Some rules turn out to be too sparse, or too many to count, only while they are evaluated. */
    Preview answer(Fields fields, int limit) {
        try {
            return Preview.of(series().with(dst).between(from, until, limit + 1).toList(), limit);
        } catch (InvalidRecurrence e) {
            boolean atStart = e.field().equals("start");
            String field = atStart ? (start.isPresent() ? "start" : "from") : named(e.field());
            fields.error(field, String.valueOf(e.getMessage()));
            throw fields.invalid();
        }
    }

    static String named(String field) {
        return field.equals(InvalidRecurrence.WHOLE) ? field : "recurrence." + field;
    }

    private Series series() {
        return start.map(first -> Series.of(recurrence, first, zone))
                .orElseGet(() -> Series.ofRule(recurrence, startOfRule(), zone));
    }

    /**
     * A cron counts nothing from its start, which therefore lies before the range: 02:30 that a gap moves to 03:30 is in a
     * range from 03:10, although its nominal time is not.
     */
    private LocalDateTime startOfRule() {
        LocalDateTime local = LocalDateTime.ofInstant(from.truncatedTo(ChronoUnit.SECONDS), zone);
        return switch (recurrence) {
            case Cron _ -> local.minusDays(1);
            case Pattern _, Rrule _, Every _ -> local;
        };
    }
}
