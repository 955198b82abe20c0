package dev.almanac.query.notifying;

import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.query.preferences.PreferenceReads;
import dev.almanac.query.preferences.PreferenceView;
import dev.almanac.query.store.Generation;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;

/** What people want to be told of. */
final class Preferences {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Preferences() {}

    /** Whoever never said anything is not in it. */
    static Map<String, NotificationPreferences> of(Collection<String> users, Generation views) {
        return users.isEmpty()
                ? Map.of()
                : Objects.requireNonNull(PreferenceReads.of(views)
                        .byIds(users.stream().map(NotificationPreferences::idOf).toList())
                        .collectMap(PreferenceView::userId, PreferenceView::preferences)
                        .block(PATIENCE));
    }
}
