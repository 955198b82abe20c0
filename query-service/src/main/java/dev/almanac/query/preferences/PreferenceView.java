package dev.almanac.query.preferences;

import dev.almanac.events.subscription.NotificationPreferences;
import java.time.Instant;

/** What somebody said that they want to be told of. */
public record PreferenceView(
        String id, long version, String userId, NotificationPreferences preferences, Instant changedAt) {}
