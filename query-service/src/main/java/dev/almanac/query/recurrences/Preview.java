package dev.almanac.query.recurrences;

import dev.almanac.recurrence.clock.Adjustment;
import dev.almanac.recurrence.clock.Occurrence;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The first occurrences in a range; {@code truncated} when there are more in it than the limit lets through. */
record Preview(List<PreviewedOccurrence> occurrences, boolean truncated) {

    /**
     * @param occurrenceId what follows {@code @} in the id that the occurrence would have
     * @param localDateTime the nominal time on the wall, which the clocks may leap over
     */
    record PreviewedOccurrence(
            @Schema(example = "20260308T023000") String occurrenceId,
            Instant start,
            @Schema(example = "2026-03-08T02:30:00") String localDateTime,
            Adjustment adjusted) {

        static PreviewedOccurrence of(Occurrence occurrence) {
            return new PreviewedOccurrence(
                    occurrence.suffix(),
                    occurrence.instant(),
                    DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(occurrence.nominal()),
                    occurrence.adjusted());
        }
    }

    /** Takes one more than the limit: the last one only shows that there are more. */
    static Preview of(List<Occurrence> oneMore, int limit) {
        return new Preview(
                oneMore.stream().limit(limit).map(PreviewedOccurrence::of).toList(), oneMore.size() > limit);
    }
}
