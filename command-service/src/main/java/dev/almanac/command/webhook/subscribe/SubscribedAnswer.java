package dev.almanac.command.webhook.subscribe;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.almanac.command.http.ShownOnce;
import dev.almanac.command.http.WriteAnswer;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that was subscribed.
 *
 * @param secret what changes are signed with; nobody can read it again, not even by a repeat under the same Idempotency-Key
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubscribedAnswer(
        @JsonUnwrapped WriteAnswer written, @Nullable String secret) implements ShownOnce {
    @Override
    public SubscribedAnswer withoutSecret() {
        return new SubscribedAnswer(written, null);
    }
}
