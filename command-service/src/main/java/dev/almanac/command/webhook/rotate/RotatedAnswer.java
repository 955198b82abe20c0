package dev.almanac.command.webhook.rotate;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.command.http.ShownOnce;
import dev.almanac.command.http.WriteAnswer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret that was replaced.
 *
 * @param secret the new one; nobody can read it again, not even by a repeat under the same Idempotency-Key
 * @param previousValidUntil until when changes are signed with the one before, too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RotatedAnswer(
        @JsonUnwrapped WriteAnswer written, @Nullable String secret, Instant previousValidUntil) implements ShownOnce {
    @Override
    public RotatedAnswer withoutSecret() {
        return new RotatedAnswer(written, null, previousValidUntil);
    }
}
