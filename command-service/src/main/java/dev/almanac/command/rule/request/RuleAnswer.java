package dev.almanac.command.rule.request;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.command.http.WriteAnswer;
import dev.almanac.command.rule.model.RuleOutlook;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.rule.RuleStatus;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * What a change of a rule comes to.
 *
 * @param nextRun null while it is paused, disabled or expired
 * @param resumeAfter when its pause ends by itself
 * @param start where its intervals are counted from, on the clock of its zone
 */
public record RuleAnswer(
        @JsonUnwrapped WriteAnswer write,
        @Nullable RuleStatus status,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Instant nextRun,
        @Nullable Instant resumeAfter,
        @Nullable LocalDateTime start) {
    public static RuleAnswer of(WriteAnswer write, Receipt receipt) {
        return receipt.outcome(RuleOutlook.class)
                .map(rule -> new RuleAnswer(
                        write.without("start"), rule.status(), rule.nextRun(), rule.resumeAfter(), rule.start()))
                .orElseGet(() -> new RuleAnswer(write, null, null, null, null));
    }
}
