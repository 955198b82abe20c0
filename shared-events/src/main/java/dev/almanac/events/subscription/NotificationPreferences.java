package dev.almanac.events.subscription;

import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to be told of, and how. A calendar's channels go before those of a type, and these before those of a
 * category.
 *
 * @param email null for none: then nothing is told by mail
 * @param chatWebhook null for none: then nothing is told in a chat
 * @param timeZone IANA id, of quiet hours and digests; UTC where there is none
 * @param quietHours null for none; what is critical is told in them, too
 * @param categories channels by category; one that is not named has those of {@link #DEFAULTS}
 * @param types channels by type, instead of those of its category
 * @param calendars instead of both
 */
public record NotificationPreferences(
        @Nullable String email,
        @Nullable ChatWebhook chatWebhook,
        @Nullable String timeZone,
        @Nullable QuietHours quietHours,
        Digest digest,
        Map<NotificationCategory, List<Channel>> categories,
        Map<NotificationType, List<Channel>> types,
        List<CalendarNotifications> calendars) {
    private static final List<Channel> APP_AND_MAIL = List.of(Channel.IN_APP, Channel.MAIL);

    /** Of those who never said anything: in the app, and by mail where an address is set; nothing of little weight. */
    public static final NotificationPreferences DEFAULTS = new NotificationPreferences(
            null,
            null,
            null,
            null,
            Digest.NONE,
            Map.of(
                    NotificationCategory.CRITICAL,
                    APP_AND_MAIL,
                    NotificationCategory.NORMAL,
                    APP_AND_MAIL,
                    NotificationCategory.LOW,
                    List.of()),
            Map.of(),
            List.of());

    public NotificationPreferences {
        categories = ordered(NotificationCategory.class, categories);
        types = ordered(NotificationType.class, types);
        calendars = List.copyOf(calendars);
    }

    /** The subject of the changes of a user's preferences: no other kind of subject begins like this. */
    public static String idOf(String userId) {
        return "notification-preference:" + userId;
    }

    /**
     * By which ways a notification is told, in the order of {@link Channel}; empty for not at all. A failure of little weight is
     * told as one of normal weight.
     *
     * @param calendarId the calendar that it concerns; null where it concerns none
     */
    public List<Channel> channelsFor(
            NotificationType type, NotificationCategory category, @Nullable String calendarId) {
        NotificationCategory weight =
                type.isFailure() && category == NotificationCategory.LOW ? NotificationCategory.NORMAL : category;
        return calendars.stream()
                .filter(calendar -> calendar.calendarId().equals(calendarId))
                .findFirst()
                .map(CalendarNotifications::told)
                .or(() -> Optional.ofNullable(types.get(type)))
                .or(() -> Optional.ofNullable(categories.get(weight)))
                .orElseGet(() -> DEFAULTS.categories().getOrDefault(weight, List.of()))
                .stream()
                .filter(this::leadsSomewhere)
                .toList();
    }

    private boolean leadsSomewhere(Channel channel) {
        return switch (channel) {
            case IN_APP, WEBHOOK -> true;
            case MAIL -> email != null;
            case CHAT -> chatWebhook != null;
        };
    }

    /** When the quiet is over in which a notification has to wait now; empty where it need not wait. */
    public Optional<Instant> quietUntil(NotificationCategory category, Instant now) {
        return category == NotificationCategory.CRITICAL || quietHours == null
                ? Optional.empty()
                : quietHours
                        .end(LocalDateTime.ofInstant(now, zone()))
                        .map(end -> end.atZone(zone()).toInstant());
    }

    public ZoneId zone() {
        return ZoneId.of(timeZone == null ? "UTC" : timeZone);
    }

    /** Each of them once, whatever the order in which they were named. */
    static List<Channel> ordered(Collection<Channel> channels) {
        return channels.stream().distinct().sorted().toList();
    }

    private static <K extends Enum<K>> Map<K, List<Channel>> ordered(Class<K> keys, Map<K, List<Channel>> channels) {
        Map<K, List<Channel>> copy = new EnumMap<>(keys);
        channels.forEach((key, several) -> copy.put(key, ordered(several)));
        return Collections.unmodifiableMap(copy);
    }
}
