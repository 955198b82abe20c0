package dev.almanac.command.zonedata;

import dev.almanac.command.ledger.ZoneMoves.Outcome;
import dev.almanac.command.ledger.ZoneMoves.Passage;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How the going through of a release went. */
record ReleaseReport(
        String id,
        String release,
        @Nullable String previousRelease,
        Instant begunAt,
        @Nullable Instant finishedAt,
        long pending,
        long moved,
        long stayed,
        long changed,
        long doubtful) {

    static ReleaseReport of(Passage passage, Map<Outcome, Long> counts) {
        return new ReleaseReport(
                Long.toString(passage.passageId()),
                passage.release(),
                passage.previousRelease(),
                passage.begunAt(),
                passage.finishedAt(),
                counts.getOrDefault(Outcome.PENDING, 0L),
                counts.getOrDefault(Outcome.MOVED, 0L),
                counts.getOrDefault(Outcome.STAYED, 0L),
                counts.getOrDefault(Outcome.CHANGED, 0L),
                counts.getOrDefault(Outcome.DOUBTFUL, 0L));
    }
}
