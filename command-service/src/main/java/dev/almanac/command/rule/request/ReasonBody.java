package dev.almanac.command.rule.request;

import dev.almanac.web.Fields;
import org.jspecify.annotations.Nullable;

/** A body that says why, or nothing. */
public record ReasonBody(@Nullable String reason) {
    private static final int LENGTH_MAX = 256;

    public static @Nullable String reasonIn(@Nullable ReasonBody body) {
        if (body == null) {
            return null;
        }
        Fields fields = new Fields();
        String reason = fields.optionalText("reason", body.reason(), LENGTH_MAX);
        fields.valid(() -> "");
        return reason;
    }
}
