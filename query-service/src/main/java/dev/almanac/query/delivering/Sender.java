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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    /** For so long a lane waits when whoever had it was killed. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private static final Duration RENEWED_BEFORE = Duration.ofSeconds(8);
    /** What is not over by then is tried once more. */
    private static final Duration ROUND_MAX = Duration.ofSeconds(45);

    /** Whoever is woken waits for so long, as there is more in a moment. */
    private static final Duration TOGETHER = Duration.ofMillis(20);

    private static final int LOOKED_AT_MAX = 2_000;
    private static final int WAITING_MAX = 2_000;
    private static final int OF_LANE_MAX = 200;
    private static final int NOTED_TOGETHER = 50;
    private static final Duration NOTED_WITHIN = Duration.ofMillis(50);
    private final Semaphore wishes = new Semaphore(0);
    private final Lanes lanes = new Lanes(ThreadLocalRandom.current());
    private final Outbox outbox;
    private final Noting noting;
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
        this.noting = new Noting(outbox);
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
    public void stop() {
        super.stop();
        // Another instance goes on at once.
        leases.giveUp().timeout(PATIENCE).onErrorComplete().block();
    }

    @Override
    protected void follow(BooleanSupplier goesOn) throws InterruptedException {
        while (goesOn.getAsBoolean()) {
            renew();
            if (!look() && wishes.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                Thread.sleep(TOGETHER);
                wishes.drainPermits();
            }
        }
    }

    /** What takes longer than a lease stays ours. */
    private void renew() {
        Instant now = clock.instant();
        Set<String> expiring = lanes.expiring(now.plus(RENEWED_BEFORE));
        if (!expiring.isEmpty()) {
            long ours = Objects.requireNonNull(
                    leases.renew(expiring, now.plus(LEASE)).block(PATIENCE));
            if (ours == expiring.size()) {
                expiring.forEach(lane -> lanes.leased(lane, now.plus(LEASE)));
            }
        }
    }

    /** Says whether there may be more to begin with at once. */
    private boolean look() {
        Instant now = clock.instant();
        List<Message> due = Objects.requireNonNull(
                outbox.due(now, lanes.closed(now), LOOKED_AT_MAX).collectList().block(PATIENCE));
        if (due.isEmpty()) {
            return false;
        }
        Set<String> later = Objects.requireNonNull(
                outbox.lanesWithLater(now).collect(Collectors.toSet()).block(PATIENCE));
        Map<String, List<Message>> byLane =
                due.stream().collect(Collectors.groupingBy(Message::lane, LinkedHashMap::new, Collectors.toList()));
        byLane.forEach((lane, ofLane) -> begin(lane, later.contains(lane) ? all(lane) : Mono.just(ofLane), now));
        return due.size() == LOOKED_AT_MAX;
    }

    private Mono<List<Message>> all(String lane) {
        return outbox.waiting(lane, WAITING_MAX).collectList();
    }

    private void begin(String lane, Mono<List<Message>> waiting, Instant now) {
        Optional<Carrier> carrier = carriers.stream()
                .filter(one -> lane.startsWith(one.kind() + ":"))
                .findFirst();
        if (carrier.isEmpty() || !lanes.begin(lane)) {
            return;
        }
        lease(lane, now)
                .flatMap(ours -> ours ? send(lane, waiting, carrier.get()) : anothers(lane, now))
                .timeout(ROUND_MAX.plus(PATIENCE))
                .doFinally(_ -> {
                    lanes.end(lane);
                    wake();
                })
                .subscribe(_ -> {}, failed -> LOG.warn("lane {} goes on later: {}", lane, FailureText.of(failed)));
    }

    private Mono<Boolean> lease(String lane, Instant now) {
        return lanes.isLeased(lane, now.plus(RENEWED_BEFORE))
                ? Mono.just(true)
                : leases.take(lane, now, now.plus(LEASE)).doOnNext(ours -> {
                    if (ours) {
                        lanes.leased(lane, now.plus(LEASE));
                    }
                });
    }

    private Mono<Void> anothers(String lane, Instant now) {
        lanes.rest(lane, now.plus(LEASE.dividedBy(5)));
        return Mono.empty();
    }

    private Mono<Void> send(String lane, Mono<List<Message>> waiting, Carrier carrier) {
        return waiting.flatMap(messages -> {
            Instant now = clock.instant();
            Turn turn = Turn.of(messages, now, lanes.isFailing(lane) ? 1 : OF_LANE_MAX);
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
                .bufferTimeout(NOTED_TOGETHER, NOTED_WITHIN, true)
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
        return noting.note(over, again);
    }

    private Instant next(String lane, Failed failed, Instant now) {
        return failed.isOfReceiver()
                ? lanes.failed(lane, now)
                : Backoff.next(now, failed.message().attempts() + 1, ThreadLocalRandom.current());
    }
}
