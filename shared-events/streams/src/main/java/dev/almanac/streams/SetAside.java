package dev.almanac.streams;

import dev.almanac.events.wire.Topic;

/** Thrown by a punctuator, which has no record of its own: what goes to the topic's dead letters in place of one. */
public final class SetAside extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Topic topic;
    private final String key;
    private final transient byte[] value;

    public SetAside(Topic topic, String key, byte[] value, RuntimeException cause) {
        super(cause.getMessage(), cause);
        this.topic = topic;
        this.key = key;
        this.value = value.clone();
    }

    Topic topic() {
        return topic;
    }

    String key() {
        return key;
    }

    byte[] value() {
        return value.clone();
    }
}
