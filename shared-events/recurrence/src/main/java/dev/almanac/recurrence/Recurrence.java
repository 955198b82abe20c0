package dev.almanac.recurrence;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.almanac.recurrence.clock.InvalidRecurrence;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * When something happens again and again, as its author wrote it. A value that exists is valid: making one throws
 * {@link InvalidRecurrence}. Its JSON is an object that is told apart by its first field: {@code cron}, {@code pattern},
 * {@code rrule} or {@code every}.
 */
public sealed interface Recurrence permits Cron, Pattern, Rrule, Every {

    /** In plain English, without its start and zone. */
    String describe();

    @JsonValue
    Map<String, Object> toJson();

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Recurrence fromJson(JsonNode json) {
        return RecurrenceJson.read(json);
    }
}
