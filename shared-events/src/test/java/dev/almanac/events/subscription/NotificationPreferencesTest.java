package dev.almanac.events.subscription;

import static dev.almanac.events.notification.NotificationCategory.CRITICAL;
import static dev.almanac.events.notification.NotificationCategory.LOW;
import static dev.almanac.events.notification.NotificationCategory.NORMAL;
import static dev.almanac.events.notification.NotificationType.CONFLICT_DETECTED;
import static dev.almanac.events.notification.NotificationType.EVENT_MOVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationType;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NotificationPreferencesTest {
    private static final ChatWebhook CHAT = new ChatWebhook("5f2a91c0.c2VhbGVk", "https://chat.test/…");

    /** Of somebody with all ways open, but for what they say of types, of the calendars quiet and hall, and of NORMAL. */
    private static final NotificationPreferences CHOSEN = new NotificationPreferences(
            "ana@venue.test",
            CHAT,
            null,
            null,
            Digest.NONE,
            Map.of(NORMAL, List.of(Channel.CHAT, Channel.IN_APP)),
            Map.of(
                    EVENT_MOVED,
                    List.of(Channel.MAIL),
                    CONFLICT_DETECTED,
                    List.of(),
                    NotificationType.REMINDER,
                    List.of(Channel.IN_APP)),
            List.of(
                    new CalendarNotifications("quiet", true, null),
                    new CalendarNotifications("hall", false, List.of(Channel.WEBHOOK))));

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "CALENDAR_SHARED   | CRITICAL | none  | IN_APP MAIL",
                "CALENDAR_SHARED   | NORMAL   | none  | IN_APP CHAT",
                "CALENDAR_SHARED   | LOW      | none  | ''",
                "RUN_FAILED        | LOW      | none  | IN_APP CHAT",
                "EVENT_MOVED       | CRITICAL | none  | MAIL",
                "EVENT_MOVED       | NORMAL   | other | MAIL",
                "CONFLICT_DETECTED | CRITICAL | none  | ''",
                "REMINDER          | LOW      | none  | IN_APP",
                "EVENT_MOVED       | NORMAL   | hall  | WEBHOOK",
                "CALENDAR_SHARED   | LOW      | hall  | WEBHOOK",
                "CONFLICT_DETECTED | CRITICAL | hall  | WEBHOOK",
                "EVENT_MOVED       | CRITICAL | quiet | ''",
                "RUN_FAILED        | CRITICAL | quiet | ''",
            })
    void a_calendar_goes_before_a_type_and_a_type_before_a_category(
            NotificationType type, NotificationCategory category, @Nullable String calendarId, String channels) {
        assertThat(CHOSEN.channelsFor(type, category, calendarId)).isEqualTo(channels(channels));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CONFLICT_DETECTED | CRITICAL | IN_APP",
                "EVENT_MOVED       | NORMAL   | IN_APP",
                "EVENT_MOVED       | LOW      | ''",
                "RUN_FAILED        | LOW      | IN_APP",
                "RUN_MISSED        | LOW      | IN_APP",
                "WEBHOOK_DISABLED  | LOW      | IN_APP",
            })
    void whoever_never_said_anything_is_told_in_the_app_and_of_failures_in_any_case(
            NotificationType type, NotificationCategory category, String channels) {
        assertThat(NotificationPreferences.DEFAULTS.channelsFor(type, category, "hall"))
                .isEqualTo(channels(channels));
    }

    @Test
    void a_channel_that_leads_nowhere_is_none() {
        NotificationPreferences nowhere =
                with(null, null, Map.of(NORMAL, List.of(Channel.values())), Digest.NONE, null);

        assertThat(nowhere.channelsFor(EVENT_MOVED, NORMAL, null)).containsExactly(Channel.IN_APP, Channel.WEBHOOK);
    }

    @ParameterizedTest
    @EnumSource(NotificationType.class)
    void an_address_is_enough_to_be_told_by_mail_whatever_is_not_of_little_weight(NotificationType type) {
        NotificationPreferences mailed = with("ana@venue.test", null, Map.of(), Digest.NONE, null);

        assertThat(mailed.channelsFor(type, NORMAL, null)).containsExactly(Channel.IN_APP, Channel.MAIL);
        assertThat(mailed.channelsFor(type, CRITICAL, null)).containsExactly(Channel.IN_APP, Channel.MAIL);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                // Past midnight: Berlin is an hour ahead of UTC, and two in summer.
                "22:00 | 06:30 | NORMAL   | 2026-11-24T20:59:59Z | none",
                "22:00 | 06:30 | NORMAL   | 2026-11-24T21:00:00Z | 2026-11-25T05:30:00Z",
                "22:00 | 06:30 | LOW      | 2026-11-25T05:29:59Z | 2026-11-25T05:30:00Z",
                "22:00 | 06:30 | NORMAL   | 2026-11-25T05:30:00Z | none",
                "22:00 | 06:30 | CRITICAL | 2026-11-25T01:00:00Z | none",
                "12:00 | 14:00 | NORMAL   | 2026-11-24T12:30:00Z | 2026-11-24T13:00:00Z",
                "12:00 | 14:00 | NORMAL   | 2026-11-24T23:00:00Z | none",
                // The night in which the clocks go forward: 02:30 is not there, and so the quiet is over at 03:30.
                "22:00 | 02:30 | NORMAL   | 2026-03-28T23:00:00Z | 2026-03-29T01:30:00Z",
            })
    void what_is_not_critical_waits_until_the_quiet_is_over(
            LocalTime from, LocalTime till, NotificationCategory category, Instant now, @Nullable Instant over) {
        NotificationPreferences quiet = with(null, "Europe/Berlin", Map.of(), Digest.NONE, new QuietHours(from, till));

        assertThat(quiet.quietUntil(category, now).orElse(null)).isEqualTo(over);
    }

    @Test
    void nobody_waits_without_quiet_hours() {
        assertThat(NotificationPreferences.DEFAULTS.quietUntil(LOW, Instant.parse("2026-11-24T03:00:00Z")))
                .isEmpty();
    }

    @Test
    void channels_are_named_once_and_in_order() {
        NotificationPreferences twice = with(
                null, null, Map.of(NORMAL, List.of(Channel.CHAT, Channel.IN_APP, Channel.CHAT)), Digest.NONE, null);

        assertThat(twice)
                .isEqualTo(with(null, null, Map.of(NORMAL, List.of(Channel.IN_APP, Channel.CHAT)), Digest.NONE, null));
    }

    @Test
    void what_contradicts_itself_cannot_be_said() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON));
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest(DigestFrequency.DAILY, null));
        assertThatIllegalArgumentException().isThrownBy(() -> new Digest(DigestFrequency.HOURLY, LocalTime.NOON));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CalendarNotifications("hall", true, List.of(Channel.MAIL)));
        assertThatIllegalArgumentException().isThrownBy(() -> new CalendarNotifications("hall", false, null));
    }

    @Test
    void a_chat_webhook_is_not_told_in_a_log() {
        assertThat(with("ana@venue.test", null, Map.of(), Digest.NONE, null).toString())
                .doesNotContain(CHAT.sealedUrl());
        assertThat(CHOSEN.toString()).doesNotContain(CHAT.sealedUrl()).contains(CHAT.maskedUrl());
    }

    private static NotificationPreferences with(
            @Nullable String email,
            @Nullable String timeZone,
            Map<NotificationCategory, List<Channel>> categories,
            Digest digest,
            @Nullable QuietHours quietHours) {
        return new NotificationPreferences(email, null, timeZone, quietHours, digest, categories, Map.of(), List.of());
    }

    private static List<Channel> channels(String names) {
        return names.isEmpty()
                ? List.of()
                : Arrays.stream(names.split(" ")).map(Channel::valueOf).toList();
    }
}
