package dev.almanac.query.delivering.webhook;

import dev.almanac.query.delivering.Attempt;
import dev.almanac.query.delivering.Attempt.Delivered;
import dev.almanac.query.delivering.Attempt.Failed;
import dev.almanac.query.delivering.Attempt.Unwanted;
import dev.almanac.query.delivering.Carrier;
import dev.almanac.query.store.Outbox.Message;
import java.util.List;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Posts what is due to a receiver: subjects side by side, the messages of one in their order. */
@Component
class WebhookCarrier implements Carrier {
    private final Receivers receivers;
    private final Posting posting;
    private final Unreachable unreachable;
    private final int atOnce;

    WebhookCarrier(Receivers receivers, Posting posting, Unreachable unreachable, WebhookProperties properties) {
        this.receivers = receivers;
        this.posting = posting;
        this.unreachable = unreachable;
        this.atOnce = properties.atOnce();
    }

    @Override
    public String kind() {
        return Receiver.LANE;
    }

    @Override
    public Flux<Attempt> send(String lane, List<Message> due) {
        return receivers
                .byId(Receiver.idOf(lane))
                .flatMapMany(receiver -> Flux.fromIterable(due)
                        .groupBy(Message::subject, Math.max(1, due.size()))
                        .flatMap(ofSubject -> inOrder(receiver, ofSubject.cast(Message.class)), atOnce, atOnce))
                .switchIfEmpty(Flux.fromIterable(due).map(message -> new Unwanted(message, "the webhook is off")));
    }

    private Flux<Attempt> inOrder(Receiver receiver, Flux<Message> ofSubject) {
        return ofSubject.concatMap(message -> attempt(receiver, message)).takeUntil(Failed.class::isInstance);
    }

    private Mono<Attempt> attempt(Receiver receiver, Message message) {
        return posting.post(receiver, idOf(receiver, message), message.body()).map(answer -> {
            if (answer.isSuccess()) {
                return new Delivered(message);
            }
            if (answer.isGone()) {
                unreachable.isGone(receiver);
                return new Unwanted(message, answer.why());
            }
            return new Failed(message, answer.why(), answer.isOfReceiver());
        });
    }

    /** Without the name of the lane in front: as the change is known elsewhere. */
    private static String idOf(Receiver receiver, Message message) {
        return message.id().substring(receiver.id().length() + 1);
    }

    @Override
    public void givenUp(String lane, Failed failed) {
        if (failed.isOfReceiver()) {
            unreachable.isFailing(Receiver.idOf(lane), failed.why());
        }
    }
}
