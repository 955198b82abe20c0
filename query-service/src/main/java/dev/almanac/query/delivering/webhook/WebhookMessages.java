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
import dev.almanac.query.history.Hearing;
import dev.almanac.query.history.ShownChange;
import dev.almanac.query.store.Generations;
import dev.almanac.query.store.Outbox.Message;
import dev.almanac.query.views.Delivered;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
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
                .collectMultimap(receiver -> new Owner(receiver.ownerId(), receiver.asManager()))
                .flatMapMany(all -> Flux.fromIterable(all.entrySet())
                        .concatMap(owned -> ofOwner(owned.getKey(), owned.getValue(), batch, now)));
    }

    /** As whom somebody sees what they do. */
    private record Owner(String id, boolean asManager) {}

    /** What they may see is asked once for all their webhooks. */
    private Flux<Message> ofOwner(Owner owner, Collection<Receiver> theirs, List<Delivered> batch, Instant now) {
        List<Delivered> wanted = batch.stream()
                .filter(delivered -> theirs.stream().anyMatch(receiver -> asksFor(receiver, delivered.change())))
                .toList();
        return wanted.isEmpty()
                ? Flux.empty()
                : visibility
                        .of(wanted.stream().<Change>map(Delivered::change).toList())
                        .flatMapMany(hearing -> Flux.fromIterable(wanted)
                                .filter(delivered -> hearing.mayHear(delivered.change()))
                                .concatMap(delivered -> messages(theirs, delivered, hearing, now)))
                        .contextWrite(ActingFor.of(owner.id(), owner.asManager()));
    }

    private Flux<Message> messages(Collection<Receiver> theirs, Delivered delivered, Hearing hearing, Instant now) {
        Change change = delivered.change();
        String event = CloudEvent.of(
                delivered, hearing.isWhole(change) ? ShownChange.whole(change) : ShownChange.withoutSecrets(change));
        return Flux.fromIterable(theirs)
                .filter(receiver -> asksFor(receiver, change))
                .filterWhen(receiver -> isOnTheirs(receiver, change))
                .map(receiver -> new Message(
                        receiver.id() + ":" + delivered.recorded().metadata().id(),
                        receiver.lane(),
                        change.type(),
                        delivered.topic() + "/" + change.subject(),
                        delivered.offset(),
                        now,
                        now,
                        0,
                        event,
                        null));
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

    private Mono<Boolean> isOnTheirs(Receiver receiver, Change change) {
        return receiver.calendarIds().isEmpty()
                ? Mono.just(true)
                : Flux.fromIterable(receiver.calendarIds())
                        .concatMap(calendarId -> ChangeOnCalendar.is(change, calendarId, generations.active()))
                        .any(on -> on);
    }
}
