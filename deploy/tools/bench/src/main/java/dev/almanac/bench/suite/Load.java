package dev.almanac.bench.suite;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sends commands and keeps what was answered. */
public final class Load {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private final Api api;
    private final Bookings bookings;
    private final ChangeFeed feed;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<Integer, Answered> answers = new ConcurrentHashMap<>();

    public Load(Api api, Bookings bookings, ChangeFeed feed) {
        this.api = api;
        this.bookings = bookings;
        this.feed = feed;
    }

    /** As many commands as so many clients can send, each after the answer to its last. */
    public Measured saturated(int clients, Duration duration) throws InterruptedException {
        return measured(clients + " clients", () -> {
            long end = System.nanoTime() + duration.toNanos();
            try (ExecutorService several = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < clients; i++) {
                    several.execute(() -> sendUntil(end));
                }
            }
        });
    }

    /** So many commands a second, whether or not those before were answered. */
    public Measured steady(int perSecond, Duration duration) throws InterruptedException {
        return measured(perSecond + " commands/s", () -> {
            long count = perSecond * duration.toSeconds();
            long apartNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
            try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
                    ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor()) {
                for (int i = 0; i < count; i++) {
                    var _ = pace.schedule(() -> clients.execute(this::send), i * apartNanos, TimeUnit.NANOSECONDS);
                }
            }
        });
    }

    private Measured measured(String name, Runnable sending) throws InterruptedException {
        int from = next.get();
        int refusedBefore = refused.get();
        long began = System.nanoTime();
        sending.run();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        List<Answered> answered = answered(from, next.get());
        List<Collision> collisions = answered.stream().flatMap(this::collision).toList();
        Set<String> wanted = new HashSet<>();
        answered.forEach(each -> wanted.add(each.scheduleId()));
        collisions.forEach(each -> wanted.add(each.key()));
        Map<String, Long> heard = feed.await(wanted, PATIENCE);
        return new Measured(
                name,
                answered.size(),
                answered.size() / (took.toNanos() / 1e9),
                refused.get() - refusedBefore,
                Latencies.of(answered.stream().map(Answered::tookNanos)),
                Latencies.of(
                        answered.stream().flatMap(each -> since(each.answeredNanos(), heard.get(each.scheduleId())))),
                Latencies.of(collisions.stream().flatMap(each -> since(each.answeredNanos(), heard.get(each.key())))),
                wanted.size() - heard.size());
    }

    private List<Answered> answered(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(answers::get)
                .filter(Objects::nonNull)
                .toList();
    }

    private Stream<Collision> collision(Answered answered) {
        Answered rival = bookings.collides(answered.number()) ? answers.get(bookings.rival(answered.number())) : null;
        return rival == null ? Stream.empty() : Stream.of(new Collision(rival, answered));
    }

    private static Stream<Long> since(long nanos, @Nullable Long heard) {
        return heard == null ? Stream.empty() : Stream.of(heard - nanos);
    }

    private void sendUntil(long endNanos) {
        while (System.nanoTime() < endNanos) {
            send();
        }
    }

    private void send() {
        int number = next.getAndIncrement();
        long sent = System.nanoTime();
        try {
            HttpResponse<String> answer = api.post("/schedules", bookings.event(number));
            if (answer.statusCode() == 201) {
                answers.put(number, new Answered(number, Api.id(answer), sent, System.nanoTime()));
                return;
            }
        } catch (IOException unanswered) {
            // Counts as refused.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        refused.incrementAndGet();
    }
}
