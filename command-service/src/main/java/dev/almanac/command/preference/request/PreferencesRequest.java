package dev.almanac.command.preference.request;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.almanac.command.preference.model.WantedPreferences;
import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.subscription.CalendarNotifications;
import dev.almanac.events.subscription.ChatWebhook;
import dev.almanac.events.subscription.Digest;
import dev.almanac.events.subscription.DigestFrequency;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.events.subscription.QuietHours;
import dev.almanac.web.Fields;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The body that replaces somebody's preferences. What a GET answers beside these fields is only to be read, and passed over.
 *
 * @param chatWebhookUrl https; what a GET shows of it leaves it as it is
 * @param timeZone IANA id, of quiet hours and digests; UTC where there is none
 * @param categories channels by category, such as {@code {"LOW": []}}; those that are not named have the defaults
 * @param types channels by type, instead of those of its category
 * @param calendars instead of both
 */
@JsonIgnoreProperties({"id", "version", "userId", "changedAt"})
public record PreferencesRequest(
        @Schema(maxLength = 254, example = "ana@example.org") @Nullable
        String email,

        @Schema(maxLength = PreferencesRequest.URL_MAX) @Nullable
        String chatWebhookUrl,

        @Schema(example = "Europe/Vienna") @Nullable String timeZone,
        @Nullable QuietHoursRequest quietHours,
        @Nullable DigestRequest digest,

        @Schema(description = "Channels (IN_APP, MAIL, WEBHOOK, CHAT) by category: CRITICAL, NORMAL, LOW") @Nullable
        Map<String, List<@Nullable String>> categories,

        @Schema(description = "Channels by type, such as RUN_FAILED, instead of those of its category") @Nullable
        Map<String, List<@Nullable String>> types,

        @ArraySchema(
                arraySchema = @Schema(description = "Muted, or told by these channels, instead of both"),
                maxItems = PreferencesRequest.CALENDARS_MAX)
        @Nullable
        List<@Nullable CalendarNotificationsRequest> calendars) {
    static final int CALENDARS_MAX = 200;
    static final int URL_MAX = 2048;
    private static final int ID_MAX = 64;

    /** Local times, which may lie on both sides of midnight. */
    public record QuietHoursRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "22:00") @Nullable
            String from,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "06:30") @Nullable
            String till) {
        private QuietHours read(Fields fields) {
            LocalTime start = fields.timeOfDay("quietHours.from", from);
            LocalTime end = fields.timeOfDay("quietHours.till", till);
            if (fields.areInOrder("quietHours.from", "quietHours.till") && start.equals(end)) {
                fields.error("quietHours.till", "must be another time than from");
            }
            return start.equals(end) ? new QuietHours(start, start.plusHours(1)) : new QuietHours(start, end);
        }
    }

    /** How often what is not critical is told together; a daily one names its local time. */
    public record DigestRequest(
            @Schema(implementation = DigestFrequency.class, requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String frequency,

            @Schema(example = "08:00") @Nullable String at) {
        private Digest read(Fields fields) {
            DigestFrequency often = fields.constant("digest.frequency", frequency, DigestFrequency.class);
            if (often == DigestFrequency.DAILY) {
                return new Digest(often, fields.timeOfDay("digest.at", at));
            }
            if (at != null) {
                fields.error("digest.at", "is of a DAILY digest only");
            }
            return new Digest(often, null);
        }
    }

    /** How one is told of what happens on one calendar: muted, or by these channels. */
    public record CalendarNotificationsRequest(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
            String calendarId,

            @Nullable Boolean muted,
            @Nullable List<@Nullable String> channels) {
        private CalendarNotifications read(Fields fields, String field) {
            String id = fields.text(field + ".calendarId", calendarId, ID_MAX);
            boolean silent = Boolean.TRUE.equals(muted);
            if (silent == (channels != null)) {
                fields.error(field, "must either be muted, or have channels");
            }
            return silent || channels == null
                    ? new CalendarNotifications(id, true, null)
                    : new CalendarNotifications(id, false, chosen(fields, field + ".channels", channels));
        }
    }

    /** The body that would leave them as they are. */
    public static PreferencesRequest of(NotificationPreferences known) {
        ChatWebhook chat = known.chatWebhook();
        QuietHours quiet = known.quietHours();
        LocalTime at = known.digest().at();
        return new PreferencesRequest(
                known.email(),
                chat == null ? null : chat.maskedUrl(),
                known.timeZone(),
                quiet == null
                        ? null
                        : new QuietHoursRequest(
                                quiet.from().toString(), quiet.till().toString()),
                new DigestRequest(known.digest().frequency().name(), at == null ? null : at.toString()),
                byName(known.categories()),
                byName(known.types()),
                each(known.calendars()));
    }

    public WantedPreferences wanted() {
        Fields fields = new Fields();
        String mail = fields.optionalMail("email", email);
        String chat = fields.optionalText("chatWebhookUrl", chatWebhookUrl, URL_MAX);
        String zone = timeZone == null ? null : fields.zone("timeZone", timeZone);
        QuietHours quiet = quietHours == null ? null : quietHours.read(fields);
        Digest gathered = digest == null ? Digest.NONE : digest.read(fields);
        Map<NotificationCategory, List<Channel>> byCategory =
                new EnumMap<>(NotificationPreferences.DEFAULTS.categories());
        byCategory.putAll(byName(fields, "categories", categories, NotificationCategory.class));
        Map<NotificationType, List<Channel>> byType = byName(fields, "types", types, NotificationType.class);
        List<CalendarNotifications> byCalendar = calendars(fields);
        return fields.valid(() -> new WantedPreferences(
                new NotificationPreferences(mail, null, zone, quiet, gathered, byCategory, byType, byCalendar), chat));
    }

    private List<CalendarNotifications> calendars(Fields fields) {
        List<@Nullable CalendarNotificationsRequest> given = calendars == null ? List.of() : calendars;
        if (given.size() > CALENDARS_MAX) {
            fields.error("calendars", "must not have more than " + CALENDARS_MAX + " entries");
            return List.of();
        }
        List<CalendarNotifications> read = IntStream.range(0, given.size())
                .mapToObj(index -> calendar(fields, "calendars[" + index + "]", given.get(index)))
                .filter(Objects::nonNull)
                .toList();
        Set<String> ids = new HashSet<>();
        if (!read.stream().allMatch(calendar -> ids.add(calendar.calendarId()))) {
            fields.error("calendars", "must not name a calendar twice");
        }
        return read;
    }

    private static @Nullable CalendarNotifications calendar(
            Fields fields, String field, @Nullable CalendarNotificationsRequest given) {
        if (given == null) {
            fields.error(field, "is required");
            return null;
        }
        return given.read(fields, field);
    }

    private static <K extends Enum<K>> Map<K, List<Channel>> byName(
            Fields fields, String field, @Nullable Map<String, List<@Nullable String>> given, Class<K> keys) {
        Map<K, List<Channel>> read = new EnumMap<>(keys);
        if (given != null) {
            for (Map.Entry<String, List<@Nullable String>> named : given.entrySet()) {
                String at = field + "." + named.getKey();
                read.put(fields.constant(at, named.getKey(), keys), chosen(fields, at, named.getValue()));
            }
        }
        return read;
    }

    private static List<Channel> chosen(Fields fields, String field, @Nullable List<@Nullable String> given) {
        if (given == null) {
            fields.error(field, "is required");
            return List.of();
        }
        return given.stream()
                .map(name -> fields.constant(field, name, Channel.class))
                .toList();
    }

    private static <K extends Enum<K>> Map<String, List<@Nullable String>> byName(Map<K, List<Channel>> channels) {
        Map<String, List<@Nullable String>> names = new LinkedHashMap<>();
        channels.forEach((key, several) -> names.put(key.name(), Objects.requireNonNull(named(several))));
        return names;
    }

    private static List<@Nullable CalendarNotificationsRequest> each(List<CalendarNotifications> calendars) {
        List<@Nullable CalendarNotificationsRequest> bodies = new ArrayList<>();
        calendars.forEach(calendar -> bodies.add(
                new CalendarNotificationsRequest(calendar.calendarId(), calendar.muted(), named(calendar.channels()))));
        return bodies;
    }

    private static @Nullable List<@Nullable String> named(@Nullable List<Channel> channels) {
        if (channels == null) {
            return null;
        }
        List<@Nullable String> names = new ArrayList<>();
        channels.forEach(channel -> names.add(channel.name()));
        return names;
    }
}
