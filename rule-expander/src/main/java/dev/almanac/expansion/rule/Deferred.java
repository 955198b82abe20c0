package dev.almanac.expansion.rule;

import dev.almanac.events.rule.RuleChange;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.ChangeTypes;
import java.nio.charset.StandardCharsets;

/** A change that waits until everything before it was taken up, as the store keeps it: with its published name. */
record Deferred(long version, String type, String json) {

    static Deferred of(RuleChange change, long version) {
        return new Deferred(version, change.type(), new String(ChangeJson.write(change), StandardCharsets.UTF_8));
    }

    RuleChange change() {
        Class<? extends RuleChange> named =
                ChangeTypes.named(type).orElseThrow().asSubclass(RuleChange.class);
        return ChangeJson.read(json.getBytes(StandardCharsets.UTF_8), named);
    }
}
