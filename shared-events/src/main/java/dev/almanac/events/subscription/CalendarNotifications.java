package dev.almanac.events.subscription;

import dev.almanac.events.notification.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How somebody is told of what happens on one calendar: not at all, or by these channels.
 *
 * @param channels null where it is muted
 */
public record CalendarNotifications(
        String calendarId, boolean muted, @Nullable List<Channel> channels) {
    public CalendarNotifications {
        if (muted == (channels != null)) {
            throw new IllegalArgumentException("a calendar is muted, or has channels");
        }
        channels = channels == null ? null : NotificationPreferences.ordered(channels);
    }

    List<Channel> told() {
        return channels == null ? List.of() : channels;
    }
}
