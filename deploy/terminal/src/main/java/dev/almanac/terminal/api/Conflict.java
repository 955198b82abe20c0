package dev.almanac.terminal.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Two events in each other's way. Asked for alone, it also tells their titles, why, and what would help.
 *
 * @param eventId null where whoever asks may not see that event; as otherEventId
 */
public record Conflict(
        String id,
        String type,
        String level,
        String status,
        Instant overlapStart,
        Instant overlapEnd,
        @Nullable String calendarId,
        @Nullable String resourceId,
        @Nullable String eventId,
        @Nullable String otherEventId,
        @Nullable String title,
        @Nullable String otherTitle,
        @Nullable String explanation,
        List<Suggestion> suggestions,
        long version,
        JsonNode json)
        implements Answered {

    public Conflict {
        suggestions = List.copyOf(suggestions);
    }

    static Conflict of(JsonNode json) {
        Fields fields = new Fields(json);
        return new Conflict(
                fields.text("id"),
                fields.text("conflictType"),
                fields.text("conflictLevel"),
                fields.text("status"),
                fields.instantOf("overlapStart"),
                fields.instantOf("overlapEnd"),
                fields.textOrNull("calendarId"),
                fields.textOrNull("resourceId"),
                fields.textOrNull("scheduledEventId"),
                fields.textOrNull("conflictingEventId"),
                fields.textOrNull("scheduledEventTitle"),
                fields.textOrNull("conflictingEventTitle"),
                fields.textOrNull("explanation"),
                fields.list("suggestedResolutions", Suggestion::of),
                fields.longNumber("version"),
                json);
    }

    public boolean isOpen() {
        return !status.equals("RESOLVED") && !status.equals("DISMISSED");
    }
}
