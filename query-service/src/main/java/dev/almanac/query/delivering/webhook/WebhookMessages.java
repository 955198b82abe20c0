package dev.almanac.query.delivering.webhook;

import dev.almanac.events.Change;
import dev.almanac.events.notification.Channel;
import dev.almanac.events.notification.NotificationChange;
import dev.almanac.events.notification.NotificationChange.NotificationRaised;
import dev.almanac.events.notification.NotificationChange.NotificationsGathered;
import dev.almanac.query.access.ActingFor;
import dev.almanac.query.delivering.MessageSource;
import dev.almanac.query.history.ChangeOnCalendar;
import dev.almanac.query.history.ChangeVisibility;
import dev.almanac.query.history.ShownChange;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Outbox.Message;
import dev.almanac.query.views.Delivered;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Changes for whoever subscribed to them, as far as the owner of the webhook may see them when they happen. */
@Component
class WebhookMessages implements MessageSource {
    private final Receivers receivers;
    private final ChangeVisibility visibility;
    private final Generations generations;
    private final Clock clock;

    WebhookMessages(Receivers receivers, ChangeVisibility visibility, Generations generations, Clock clock) {
        this.receivers = receivers;
        this.visibility = visibility;
        this.generations = generations;
        this.clock = clock;
    }

    @Override
    public Flux<Message> of(List<Delivered> batch) {
        Instant now = clock.instant();
        return receivers
                .active()
                .collectList()
                .flatMapMany(all -> Flux.fromIterable(batch)
                        .concatMap(delivered -> Flux.fromIterable(all)
                                .filter(receiver -> asksFor(receiver, delivered.change()))
                                .concatMap(receiver -> message(receiver, delivered, now))));
    }

    private static boolean asksFor(Receiver receiver, Change change) {
        return receiver.types().contains(change.getClass().getSimpleName())
                && (!(change instanceof NotificationChange told) || isToldThere(told));
    }

    /** Of what they are told, people say by which ways. */
    private static boolean isToldThere(NotificationChange change) {
        return switch (change) {
            case NotificationRaised told -> told.channels().contains(Channel.WEBHOOK);
            case NotificationsGathered told -> told.channels().contains(Channel.WEBHOOK);
            default -> true;
        };
    }

    private Mono<Message> message(Receiver receiver, Delivered delivered, Instant now) {
        Change change = delivered.change();
        return isOnTheirs(receiver, change)
                .filter(onTheirs -> onTheirs)
                .filterWhen(_ -> visibility.of(change))
                .flatMap(_ -> visibility.isWhole(change))
                .map(whole -> whole ? ShownChange.whole(change) : ShownChange.withoutSecrets(change))
                .map(json -> new Message(
                        receiver.id() + ":" + delivered.recorded().metadata().id(),
                        receiver.lane(),
                        change.type(),
                        delivered.topic() + "/" + change.subject(),
                        delivered.offset(),
                        now,
                        now,
                        0,
                        CloudEvent.of(delivered, json),
                        null))
                .contextWrite(ActingFor.of(receiver.ownerId(), receiver.asManager()));
    }

    private Mono<Boolean> isOnTheirs(Receiver receiver, Change change) {
        return receiver.calendarIds().isEmpty()
                ? Mono.just(true)
                : Flux.fromIterable(receiver.calendarIds())
                        .concatMap(calendarId -> ChangeOnCalendar.is(change, calendarId, generations.active()))
                        .any(on -> on);
    }
}
