package dev.almanac.query.history;

import dev.almanac.events.OccurrenceId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A change of a calendar, a rule, a conflict, a resource or of preferences: who, when, why, and what it made of what was before.
 *
 * @param type of the change, as it is published
 * @param reason why, where somebody said so
 * @param version its number among the changes of its writer
 * @param change as it was published
 * @param before the subject before it; absent of the first change
 * @param after the subject after it; absent where it is gone
 */
public record ChangeItem(
        String changeId,
        String type,
        String by,
        Instant at,
        @Nullable String reason,
        long version,
        long position,
        JsonNode change,
        @Nullable JsonNode before,
        @Nullable JsonNode after) {

    public static ChangeItem of(
            PublishedChange published, JsonNode change, @Nullable JsonNode before, @Nullable JsonNode after) {
        return new ChangeItem(
                published.id(),
                published.type(),
                published.actor(),
                published.time(),
                reason(change),
                published.sequence(),
                published.position(),
                seen(published.type(), change),
                before == null ? null : seen(published.type(), before),
                after == null ? null : seen(published.type(), after));
    }

    /** Each lists their own tokens of feeds; what a token is known by is for nobody. */
    private static JsonNode seen(String type, JsonNode said) {
        JsonNode seen = said.deepCopy();
        if (seen instanceof ObjectNode object) {
            object.remove("feedTokens");
            if (object.has("tokenHash")) {
                object.remove(List.of("tokenHash", "name", "createdBy", "byManager"));
            }
        }
        SealedSecrets.remove(type, seen);
        return seen;
    }

    public static @Nullable String reason(JsonNode change) {
        for (String field : new String[] {"reason", "overrideReason", "escalationReason", "note"}) {
            JsonNode said = change.get(field);
            if (said != null && said.isString()) {
                return said.stringValue();
            }
        }
        return null;
    }

    /** For those who may not change the rule that it is about: without what its workers are given. */
    public ChangeItem withoutSecrets() {
        return with(
                withoutPayload(change),
                before == null ? null : withoutPayload(before),
                after == null ? null : withoutPayload(after));
    }

    /** For those who may not see some of the events and rules that it names. */
    public ChangeItem without(Set<String> hidden) {
        return hidden.isEmpty()
                ? this
                : with(
                        without(hidden, change),
                        before == null ? null : without(hidden, before),
                        after == null ? null : without(hidden, after));
    }

    private static JsonNode without(Set<String> hidden, JsonNode said) {
        JsonNode seen = said.deepCopy();
        if (seen instanceof ObjectNode object) {
            object.removeIf(value -> names(value, hidden));
        }
        if (seen.path("claimants") instanceof ArrayNode claimants) {
            claimants.removeIf(value -> names(value, hidden));
        }
        return seen;
    }

    private static boolean names(JsonNode value, Set<String> hidden) {
        return value.isString() && hidden.contains(OccurrenceId.seriesOf(value.stringValue()));
    }

    private ChangeItem with(JsonNode newChange, @Nullable JsonNode newBefore, @Nullable JsonNode newAfter) {
        return new ChangeItem(changeId, type, by, at, reason, version, position, newChange, newBefore, newAfter);
    }

    private static JsonNode withoutPayload(JsonNode said) {
        JsonNode seen = said.deepCopy();
        if (seen.path("profile").path("jobTemplate") instanceof ObjectNode job) {
            job.remove("payload");
        }
        return seen;
    }
}
