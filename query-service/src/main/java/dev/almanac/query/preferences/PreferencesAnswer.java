package dev.almanac.query.preferences;

import dev.almanac.events.notification.Channel;
import dev.almanac.events.subscription.CalendarNotifications;
import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.DigestFrequency;
import dev.almanac.events.subscription.NotificationPreferences;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told of, and how; a PUT takes it back.
 *
 * @param version for {@code If-Match}; absent while nothing was said, and the defaults hold
 * @param chatWebhookUrl masked
 * @param categories channels by category
 * @param types channels by type, instead of those of its category
 * @param calendars instead of both
 */
@Schema(name = "NotificationPreferences")
record PreferencesAnswer(
        String id,
        @Nullable Long version,
        String userId,
        @Nullable String email,
        @Nullable String chatWebhookUrl,
        @Nullable String timeZone,
        @Nullable Quiet quietHours,
        Gathered digest,

        @Schema(description = "Channels (IN_APP, MAIL, WEBHOOK, CHAT) by category: CRITICAL, NORMAL, LOW")
        Map<String, List<String>> categories,

        @Schema(description = "Channels by type, such as RUN_FAILED, instead of those of its category")
        Map<String, List<String>> types,

        @Schema(description = "Muted, or told by these channels, instead of both")
        List<CalendarNotifications> calendars,

        @Nullable Instant changedAt) {

    /** Local times such as {@code 22:00}. */
    @Schema(name = "QuietHours")
    record Quiet(String from, String till) {}

    /** Together with others, how often, and of a daily digest when. */
    @Schema(name = "Digest")
    record Gathered(DigestFrequency frequency, @Nullable String at) {}

    static PreferencesAnswer of(PreferenceView view) {
        return of(view.userId(), view.preferences(), view.version(), view.changedAt());
    }

    static PreferencesAnswer defaults(String userId) {
        return of(userId, NotificationPreferences.DEFAULTS, null, null);
    }

    private static PreferencesAnswer of(
            String userId, NotificationPreferences said, @Nullable Long version, @Nullable Instant changedAt) {
        ChatWebhook chat = said.chatWebhook();
        LocalTime at = said.digest().at();
        return new PreferencesAnswer(
                NotificationPreferences.idOf(userId),
                version,
                userId,
                said.email(),
                chat == null ? null : chat.maskedUrl(),
                said.timeZone(),
                said.quietHours() == null
                        ? null
                        : new Quiet(
                                said.quietHours().from().toString(),
                                said.quietHours().till().toString()),
                new Gathered(said.digest().frequency(), at == null ? null : at.toString()),
                byName(said.categories()),
                byName(said.types()),
                said.calendars(),
                changedAt);
    }

    private static Map<String, List<String>> byName(Map<? extends Enum<?>, List<Channel>> channels) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        channels.forEach((key, several) ->
                names.put(key.name(), several.stream().map(Channel::name).toList()));
        return names;
    }
}
