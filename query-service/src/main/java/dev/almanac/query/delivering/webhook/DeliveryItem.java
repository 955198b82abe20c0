package dev.almanac.query.delivering.webhook;

import dev.almanac.query.store.Outbox.Message;
import dev.almanac.query.store.Outbox.Sent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message to a webhook, and how it went.
 *
 * @param id the header {@code webhook-id}: the same whenever it is sent
 * @param state WAITING until it was taken; GIVEN_UP after a day, or where the webhook was off
 * @param detail how the last attempt went, such as {@code HTTP 500}
 * @param nextAttemptAt of one that waits
 */
record DeliveryItem(
        String id,
        State state,
        String type,
        String subject,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAttemptAt,
        @Nullable Instant endedAt,
        @Nullable String detail) {

    enum State {
        WAITING,
        DELIVERED,
        GIVEN_UP
    }

    static DeliveryItem waiting(Message message) {
        return of(message, State.WAITING, message.dueAt(), null);
    }

    static DeliveryItem over(Sent sent) {
        return of(sent.message(), sent.delivered() ? State.DELIVERED : State.GIVEN_UP, null, sent.at());
    }

    private static DeliveryItem of(
            Message message, State state, @Nullable Instant nextAttemptAt, @Nullable Instant endedAt) {
        return new DeliveryItem(
                message.id().substring(message.id().indexOf(':') + 1),
                state,
                message.type(),
                message.subject().substring(message.subject().indexOf('/') + 1),
                message.attempts(),
                message.createdAt(),
                nextAttemptAt,
                endedAt,
                message.note());
    }
}
