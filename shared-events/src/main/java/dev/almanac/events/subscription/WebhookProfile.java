package dev.almanac.events.subscription;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is sent where.
 *
 * @param url where changes are sent, by POST
 * @param types of changes, as they are published but without their version, such as {@code ScheduleConflictDetected}
 * @param calendarIds the calendars whose changes are sent; empty for all that the owner may read
 */
public record WebhookProfile(String url, @Nullable String description, List<String> types, List<String> calendarIds) {
    public WebhookProfile {
        types = List.copyOf(types);
        calendarIds = List.copyOf(calendarIds);
    }
}
