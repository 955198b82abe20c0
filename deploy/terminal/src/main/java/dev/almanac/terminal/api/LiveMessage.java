package dev.almanac.terminal.api;

import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** What a stream of changes tells. */
public sealed interface LiveMessage {
    /** The stream is there; where it was not there before, more may have happened than it will tell. */
    record Opened(boolean resumed) implements LiveMessage {}

    /** Something was changed, and the views show it. */
    record Changed(String type, String subject, String actor, Instant time, long position, JsonNode json)
            implements LiveMessage, Answered {
        static Changed of(JsonNode json) {
            Fields fields = new Fields(json);
            return new Changed(
                    fields.text("type"),
                    fields.text("subject"),
                    fields.text("actor"),
                    fields.instantOf("time"),
                    fields.longNumber("position"),
                    json);
        }
    }

    /** There is a gap before what comes next: what is shown had better be read again. */
    record Gap() implements LiveMessage {}

    /** It has ended, and is opened again after a while. */
    record Lost(String reason, Duration again) implements LiveMessage {}
}
