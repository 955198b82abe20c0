package dev.almanac.terminal.api;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Another time for an event.
 *
 * @param start a local date-time of the zone, or one with an offset; as end, which keeps the duration where it is null
 * @param scope of a series: THIS, THIS_AND_FOLLOWING or ALL; null for what does not repeat
 */
public record Move(
        String start,
        @Nullable String end,
        String timeZone,
        @Nullable String scope,
        @Nullable String reason,
        @Nullable String overrideReason) {

    public static Move to(String start, String timeZone) {
        return new Move(start, null, timeZone, null, null, null);
    }

    public Move overriding(String because) {
        return new Move(start, end, timeZone, scope, reason, because);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("newStartDateTime", start).put("timeZone", timeZone);
        Json.putIfSaid(json, "newEndDateTime", end);
        Json.putIfSaid(json, "scope", scope);
        Json.putIfSaid(json, "reason", reason);
        if (overrideReason != null) {
            json.putObject("override").put("reason", overrideReason);
        }
        return json;
    }
}
