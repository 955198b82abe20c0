package dev.almanac.query.delivering;

import dev.almanac.query.store.Outbox.Message;

/** How it went with a message. */
public sealed interface Attempt {
    Message message();

    record Delivered(Message message) implements Attempt {}

    /**
     * It is worth another attempt.
     *
     * @param isOfReceiver whether others would fail as well
     */
    record Failed(Message message, String why, boolean isOfReceiver) implements Attempt {}

    /** Nobody wants it: the receiver is gone, or asks for it no more. */
    record Unwanted(Message message, String why) implements Attempt {}
}
