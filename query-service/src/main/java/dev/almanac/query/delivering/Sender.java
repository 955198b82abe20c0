package dev.almanac.query.delivering;

import dev.almanac.events.wire.FailureText;
import dev.almanac.query.delivering.Attempt.Delivered;
import dev.almanac.query.delivering.Attempt.Failed;
import dev.almanac.query.delivering.Attempt.Unwanted;
import dev.almanac.query.kafka.Follower;
import dev.almanac.query.store.Leases;
import dev.almanac.query.store.Outbox;
import dev.almanac.query.store.Outbox.Message;
import dev.almanac.query.store.Outbox.Sent;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Takes what is due out of the outbox, each lane on its own: one that hangs delays no other. A lane is one instance's at a time, and
 * what was tried is noted before the next look, so that whoever is killed sends again what it had not noted, and nothing else.
 */
@Component
class Sender extends Follower {
    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LEASE = Duration.ofSeconds(60);
    /** Much shorter than a lease: what is sent on a lane at once has to be over by then. */
    private static final Duration ROUND_MAX = Duration.ofSeconds(45);

    private static final int LOOKED_AT_MAX = 2_000;
    private static final int WAITING_MAX = 2_000;
    private static final int OF_LANE_MAX = 200;
    private static final int NOTED_TOGETHER = 50;
    private static final Duration NOTED_WITHIN = Duration.ofMillis(50);
    private final Semaphore wishes = new Semaphore(0);
    private final Lanes lanes = new Lanes(ThreadLocalRandom.current());
    private final Outbox outbox;
    private final Leases leases;
    private final List<Carrier> carriers;
    private final DeliveringProperties properties;
    private final Clock clock;
    private final MeterRegistry meters;

    Sender(
            Outbox outbox,
            Leases leases,
            List<Carrier> carriers,
            DeliveringProperties properties,
            Clock clock,
            MeterRegistry meters) {
        super("sender");
        this.outbox = outbox;
        this.leases = leases;
        this.carriers = carriers;
        this.properties = properties;
        this.clock = clock;
        this.meters = meters;
    }

    /** There is something to send. */
    void wake() {
        wishes.release();
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    protected void follow(BooleanSupplier goesOn) throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            if (!look() && wishes.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                wishes.drainPermits();
            }
        }
    }

    /** Says whether there may be more to begin with at once. */
    private boolean look() {
        Instant now = clock.instant();
        List<Message> due = Objects.requireNonNull(
                outbox.due(now, lanes.closed(now), LOOKED_AT_MAX).collectList().block(PATIENCE));
        lanesOf(due).forEach(lane -> begin(lane, now));
        return due.size() == LOOKED_AT_MAX;
    }

    private static Set<String> lanesOf(List<Message> due) {
        return due.stream().map(Message::lane).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void begin(String lane, Instant now) {
        Optional<Carrier> carrier = carriers.stream()
                .filter(one -> lane.startsWith(one.kind() + ":"))
                .findFirst();
        if (carrier.isEmpty() || !lanes.begin(lane)) {
            return;
        }
        leases.take(lane, now, now.plus(LEASE))
                .flatMap(ours -> ours ? send(lane, carrier.get()) : anothers(lane, now))
                .timeout(ROUND_MAX.plus(PATIENCE))
                .doFinally(_ -> {
                    lanes.end(lane);
                    wake();
                })
                .subscribe(_ -> {}, failed -> LOG.warn("lane {} goes on later: {}", lane, FailureText.of(failed)));
    }

    private Mono<Void> anothers(String lane, Instant now) {
        lanes.rest(lane, now.plus(LEASE.dividedBy(10)));
        return Mono.empty();
    }

    private Mono<Void> send(String lane, Carrier carrier) {
        return outbox.waiting(lane, WAITING_MAX).collectList().flatMap(waiting -> {
            Instant now = clock.instant();
            Turn turn = Turn.of(waiting, now, lanes.isFailing(lane) ? 1 : OF_LANE_MAX);
            return outbox.put(turn.postponed())
                    .then(turn.tried().isEmpty() ? rest(lane, turn, now) : send(lane, turn.tried(), carrier));
        });
    }

    /** What is due waits behind something that is not. */
    private Mono<Void> rest(String lane, Turn turn, Instant now) {
        lanes.rest(lane, turn.next(now));
        return Mono.empty();
    }

    private Mono<Void> send(String lane, List<Message> tried, Carrier carrier) {
        return carrier.send(lane, tried)
                .take(ROUND_MAX)
                .doOnNext(attempt -> meters.counter(
                                "scheduling.deliveries", "kind", carrier.kind(), "outcome", outcome(attempt))
                        .increment())
                .bufferTimeout(NOTED_TOGETHER, NOTED_WITHIN)
                .concatMap(attempts -> note(lane, attempts, carrier))
                .then();
    }

    private static String outcome(Attempt attempt) {
        return switch (attempt) {
            case Delivered _ -> "delivered";
            case Failed _ -> "failed";
            case Unwanted _ -> "unwanted";
        };
    }

    private Mono<Void> note(String lane, List<Attempt> attempts, Carrier carrier) {
        Instant now = clock.instant();
        List<Sent> over = new ArrayList<>();
        List<Message> again = new ArrayList<>();
        for (Attempt attempt : attempts) {
            switch (attempt) {
                case Delivered(var message) -> {
                    lanes.succeeded(lane);
                    over.add(new Sent(message.tried(now, "delivered"), true, now));
                }
                case Unwanted(var message, var why) -> over.add(new Sent(message.tried(now, why), false, now));
                case Failed failed -> {
                    Message tried = failed.message().tried(next(lane, failed, now), failed.why());
                    if (tried.createdAt().plus(Backoff.GIVEN_UP_AFTER).isAfter(now)) {
                        again.add(tried);
                    } else {
                        over.add(new Sent(tried, false, now));
                        carrier.givenUp(lane, failed);
                    }
                }
            }
        }
        return outbox.done(over).then(outbox.put(again));
    }

    private Instant next(String lane, Failed failed, Instant now) {
        return failed.isOfReceiver()
                ? lanes.failed(lane, now)
                : Backoff.next(now, failed.message().attempts() + 1, ThreadLocalRandom.current());
    }
}
