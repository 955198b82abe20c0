package dev.almanac.query.delivering.webhook;

import dev.almanac.events.notification.NotificationChange.WebhookUnreachable;
import dev.almanac.events.wire.FailureText;
import dev.almanac.query.notifications.NotificationLog;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Says of a webhook that it takes nothing, so that it is disabled; that is the command-service's to decide. */
@Component
class Unreachable {
    private static final Logger LOG = LoggerFactory.getLogger(Unreachable.class);
    private static final Duration SAID_AGAIN_AFTER = Duration.ofMinutes(1);
    private static final int SAID_MAX = 10_000;
    private final ConcurrentMap<String, Long> said = new ConcurrentHashMap<>();
    private final NotificationLog log;
    private final Receivers receivers;
    private final Clock clock;

    Unreachable(NotificationLog log, Receivers receivers, Clock clock) {
        this.log = log;
        this.receivers = receivers;
        this.clock = clock;
    }

    void isGone(Receiver receiver) {
        say(receiver, true, "HTTP 410");
    }

    void isFailing(String webhookId, String why) {
        receivers
                .byId(webhookId)
                .subscribe(receiver -> say(receiver, false, why), failed -> LOG.warn("{}", FailureText.of(failed)));
    }

    private void say(Receiver receiver, boolean gone, String why) {
        long now = clock.millis();
        if (said.size() > SAID_MAX) {
            said.clear();
        }
        Long before = said.put(receiver.id(), now);
        if (before == null || now - before > SAID_AGAIN_AFTER.toMillis()) {
            WebhookUnreachable change = new WebhookUnreachable(
                    receiver.ownerId(),
                    receiver.id(),
                    gone,
                    why,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            Mono.fromRunnable(() -> log.publish(change, change.noticedAt()))
                    .subscribeOn(Schedulers.boundedElastic())
                    .subscribe(_ -> {}, failed -> LOG.warn("{}", FailureText.of(failed)));
        }
    }
}
