package dev.almanac.command.rule.missed;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.rule.model.RuleOutlook;
import dev.almanac.command.rule.model.RunMove;
import dev.almanac.command.store.Receipt;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a run's move comes to.
 *
 * @param newStartDateTime from when it runs; a paused rule skips it then
 * @param newLocalStart the same on the clock of the rule's zone
 * @param nextRun when the rule runs next; absent while it is paused
 */
record MovedRunAnswer(
        @JsonUnwrapped WriteAnswer write,
        String occurrenceId,
        @Nullable Instant oldStartDateTime,
        @Nullable OffsetDateTime oldLocalStart,
        @Nullable Instant newStartDateTime,
        @Nullable OffsetDateTime newLocalStart,
        @Nullable Instant nextRun) {
    static MovedRunAnswer of(String occurrenceId, WriteAnswer write, Receipt receipt) {
        Instant next =
                receipt.outcome(RuleOutlook.class).map(RuleOutlook::nextRun).orElse(null);
        return receipt.outcome(RunMove.class)
                .map(move -> new MovedRunAnswer(
                        write,
                        occurrenceId,
                        move.from(),
                        local(move.from(), move.zone()),
                        move.to(),
                        local(move.to(), move.zone()),
                        next))
                .orElseGet(() -> new MovedRunAnswer(write, occurrenceId, null, null, null, null, next));
    }

    private static OffsetDateTime local(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
