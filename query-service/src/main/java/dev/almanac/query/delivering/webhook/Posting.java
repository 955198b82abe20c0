package dev.almanac.query.delivering.webhook;

import dev.almanac.query.delivering.outside.Answer;
import dev.almanac.query.delivering.outside.Outside;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Posts one message to a receiver, signed. */
@Component
class Posting {
    private final Outside outside;
    private final Clock clock;

    Posting(Outside outside, Clock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    Mono<Answer> post(Receiver receiver, String id, String body) {
        long timestamp = clock.instant().getEpochSecond();
        return outside.post(
                receiver.url(),
                Map.of(
                        "content-type",
                        "application/cloudevents+json; charset=utf-8",
                        "user-agent",
                        "Almanac-Webhooks/1",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        Signature.of(id, timestamp, body, receiver.secrets())),
                body);
    }
}
