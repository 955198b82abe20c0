package dev.almanac.query.notifications;

import dev.almanac.events.Recorded;
import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.NotificationChange;
import dev.almanac.events.notification.NotificationChange.NotificationRaised;
import dev.almanac.events.notification.NotificationChange.NotificationsGathered;
import dev.almanac.events.notification.NotificationChange.NotificationsRead;
import dev.almanac.events.notification.NotificationChange.WebhookUnreachable;
import dev.almanac.query.views.Projection;
import dev.almanac.query.views.ReadModel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Folds {@code scheduling.notifications.v1} into inboxes: of what is told in the app. */
@Component
final class NotificationProjection
        implements ReadModel<NotificationView>, Projection<NotificationView, NotificationChange> {
    /** What is older has been read, or will not be. */
    static final Duration KEPT = Duration.ofDays(90);

    @Override
    public String name() {
        return "notifications";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Class<NotificationView> viewType() {
        return NotificationView.class;
    }

    @Override
    public List<Projection<NotificationView, ?>> projections() {
        return List.of(this);
    }

    @Override
    public Class<NotificationChange> changes() {
        return NotificationChange.class;
    }

    @Override
    public List<String> keys(NotificationChange change) {
        return switch (change) {
            case NotificationRaised c -> inApp(c.channels(), c.notificationId());
            case NotificationsGathered c -> inApp(c.channels(), c.notificationId());
            case NotificationsRead c -> c.notificationIds();
            case WebhookUnreachable _ -> List.of();
        };
    }

    private static List<String> inApp(List<Channel> channels, String id) {
        return channels.contains(Channel.IN_APP) ? List.of(id) : List.of();
    }

    @Override
    public @Nullable NotificationView apply(
            @Nullable NotificationView view, String key, Recorded<NotificationChange> recorded) {
        return switch (recorded.change()) {
            // Said again, it is known.
            case NotificationRaised c ->
                view != null
                        ? view
                        : new NotificationView(key, c.recipientId(), c.notice(), 1, null, c.raisedAt(), false, null);
            case NotificationsGathered c ->
                view != null
                        ? view.with(c.latest(), c.count(), c.raisedAt())
                        : new NotificationView(
                                key, c.recipientId(), c.latest(), c.count(), c.since(), c.raisedAt(), false, null);
            case NotificationsRead c ->
                view == null || !view.recipientId().equals(c.recipientId()) ? view : view.read(c.read(), c.readAt());
            case WebhookUnreachable _ -> view;
        };
    }

    @Override
    public boolean mayBeDropped(NotificationView view, Instant by) {
        return view.at().isBefore(by.minus(KEPT));
    }

    @Override
    public List<List<String>> indexes() {
        return List.of(List.of("view.recipientId", "view.read", "view.at", "_id"), List.of("view.at"));
    }
}
