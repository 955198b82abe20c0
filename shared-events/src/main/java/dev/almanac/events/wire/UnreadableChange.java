package dev.almanac.events.wire;

import org.apache.kafka.common.errors.SerializationException;

/** A record that is no change of this language: it belongs on the dead-letter topic. */
public final class UnreadableChange extends SerializationException {
    UnreadableChange(String reason) {
        super(reason);
    }

    UnreadableChange(String reason, Throwable cause) {
        super(reason, cause);
    }
}
