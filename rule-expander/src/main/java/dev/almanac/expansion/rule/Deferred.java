package dev.almanac.expansion.rule;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A change that waits until everything before it was taken up, as the store keeps it: with its published name.
 *
 * @param revision of the type, where it is not the first
 */
record Deferred(long version, String type, @Nullable String revision, String json) {

    static Deferred of(RuleChange change, long version) {
        Schema schema = Schema.of(change.getClass());
        return new Deferred(version, schema.type(), schema.keptRevision(), new String(ChangeJson.write(change), UTF_8));
    }

    RuleChange change() {
        return (RuleChange) ChangeJson.read(json.getBytes(UTF_8), Schema.of(type, revision));
    }
}
