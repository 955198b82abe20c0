package dev.almanac.query.delivering;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.Notice;
import dev.almanac.events.notification.NotificationCategory;
import dev.almanac.events.notification.NotificationChange;
import dev.almanac.events.notification.NotificationChange.NotificationRaised;
import dev.almanac.events.notification.NotificationChange.NotificationsGathered;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.store.Outbox.Message;
import dev.almanac.query.views.Delivered;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody is told by mail or in a chat.
 *
 * @param id of the notification
 * @param count of how many things
 */
public record Told(String id, Notice notice, int count) {
    /** What is raised between two of these instants is told together. */
    private static final Duration GATHERED_FOR = Duration.ofSeconds(15);

    private static final Duration CRITICAL_GATHERED_FOR = Duration.ofSeconds(3);

    /** For whom a change has something to tell in that way. */
    public static Optional<Message> message(Delivered delivered, Channel channel, String kind) {
        return delivered.change() instanceof NotificationChange change
                ? message(delivered, change, channel, kind)
                : Optional.empty();
    }

    private static Optional<Message> message(
            Delivered delivered, NotificationChange change, Channel channel, String kind) {
        return switch (change) {
            case NotificationRaised c
            when c.channels().contains(channel) ->
                Optional.of(message(delivered, kind, c.raisedAt(), latest(next(c), c.notBefore())));
            case NotificationsGathered c
            when c.channels().contains(channel) ->
                Optional.of(message(delivered, kind, c.raisedAt(), latest(c.till(), c.notBefore())));
            default -> Optional.empty();
        };
    }

    private static Instant next(NotificationRaised raised) {
        long every = (raised.notice().category() == NotificationCategory.CRITICAL
                        ? CRITICAL_GATHERED_FOR
                        : GATHERED_FOR)
                .toMillis();
        return Instant.ofEpochMilli((raised.raisedAt().toEpochMilli() / every + 1) * every);
    }

    private static Instant latest(Instant one, @Nullable Instant other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(one);
    }

    private static Message message(Delivered delivered, String kind, Instant createdAt, Instant dueAt) {
        Change change = delivered.change();
        return new Message(
                kind + ":" + delivered.recorded().metadata().id(),
                kind + ":" + change.subject(),
                change.type(),
                // In no order: what is not critical may wait for the morning.
                delivered.recorded().metadata().id(),
                delivered.offset(),
                createdAt,
                dueAt,
                0,
                new String(ChangeJson.write(change), UTF_8),
                null);
    }

    public static Told of(Message message) {
        return message.type().equals(Change.typeOf(NotificationsGathered.class))
                ? of(ChangeJson.mapper().readValue(message.body(), NotificationsGathered.class))
                : of(ChangeJson.mapper().readValue(message.body(), NotificationRaised.class));
    }

    private static Told of(NotificationsGathered gathered) {
        return new Told(gathered.notificationId(), gathered.latest(), gathered.count());
    }

    private static Told of(NotificationRaised raised) {
        return new Told(raised.notificationId(), raised.notice(), 1);
    }

    /** Each kind of those that were gathered once, with how many there are of it in all. */
    public static List<Told> together(List<Told> all) {
        return all.stream()
                .collect(Collectors.toMap(
                        Told::id,
                        told -> told,
                        (one, more) -> new Told(one.id(), more.notice(), one.count() + more.count()),
                        LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }
}
