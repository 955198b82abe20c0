package dev.almanac.bench.told;

import dev.almanac.bench.streams.KafkaClient;
import dev.almanac.bench.suite.Api;
import dev.almanac.bench.suite.Latencies;
import dev.almanac.events.Change;
import dev.almanac.events.notification.NotificationChange.NotificationRaised;
import dev.almanac.events.notification.NotificationType;
import dev.almanac.events.occurrence.OccurrenceChange.ReminderDue;
import dev.almanac.events.wire.Topic;
import dev.almanac.local.Suite;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** As many reminders as wanted, due within one minute, as each second begins; heard of on Kafka. */
final class Reminders {
    static final String HEADER = """
            | load | reminders | due, late by ms | told, late by ms | lost | doubled |
            | --- | ---: | ---: | ---: | ---: | ---: |""";
    private static final Duration BEFORE = Duration.ofMinutes(10);
    private static final int CLIENTS = 16;
    private static final int SECONDS = 60;
    /** So many are told one by one. */
    private static final int OF_AN_OWNER = 10;

    private static final int ACCEPTED_PER_SECOND = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration KILLED_AFTER = Duration.ofSeconds(20);
    private final Suite suite;
    private final Api manager;
    private final Clock clock = Clock.systemUTC();
    private final Map<String, Instant> dueAt = new ConcurrentHashMap<>();
    private final Map<String, Long> dueNanos = new ConcurrentHashMap<>();
    private final Map<String, Long> toldNanos = new ConcurrentHashMap<>();
    private final AtomicInteger doubled = new AtomicInteger();

    Reminders(Suite suite, Api manager) {
        this.suite = suite;
        this.manager = manager;
    }

    /** Answers the row of the table. */
    String measured(int count, boolean killed) throws IOException, InterruptedException {
        String run = killed ? "killed-" : "steady-";
        List<String> calendars = new ArrayList<>();
        for (int owner = 0; owner < count / OF_AN_OWNER; owner++) {
            calendars.add(manager.create("/calendars", Halls.calendar(run + owner)));
        }
        Instant first =
                clock.instant().plusSeconds(20 + count / ACCEPTED_PER_SECOND).truncatedTo(ChronoUnit.SECONDS);
        schedule(count, calendars, first);
        try (KafkaClient kafka = new KafkaClient(suite.kafkaServers());
                ExecutorService listening = Executors.newVirtualThreadPerTaskExecutor()) {
            Duration atMost = Duration.between(clock.instant(), first)
                    .plusSeconds(SECONDS)
                    .plus(PATIENCE);
            BooleanSupplier enough = () -> toldNanos.size() >= dueAt.size();
            listening.execute(() -> kafka.hear(Topic.OCCURRENCES, atMost, enough, this::hear));
            listening.execute(() -> kafka.hear(Topic.NOTIFICATIONS, atMost, enough, this::hear));
            if (killed) {
                Thread.sleep(Duration.between(clock.instant(), first.plus(KILLED_AFTER)));
                suite.kill("rule-expander");
                suite.restart("rule-expander");
            }
        }
        return "| %s | %,d | %s | %s | %d | %d |"
                .formatted(
                        killed ? "rule-expander killed with -9 in the midst" : "steady",
                        dueAt.size(),
                        Latencies.of(dueNanos.values().stream()),
                        Latencies.of(toldNanos.values().stream()),
                        dueAt.size() - toldNanos.size(),
                        doubled.get());
    }

    private void schedule(int count, List<String> calendars, Instant first) {
        AtomicInteger next = new AtomicInteger();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CLIENTS; i++) {
                clients.execute(() -> {
                    for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                        schedule(calendars.get(number % calendars.size()), first.plusSeconds(number % SECONDS));
                    }
                });
            }
        }
        if (dueAt.size() < count || clock.instant().isAfter(first)) {
            throw new IllegalStateException("only " + dueAt.size() + " were scheduled in time");
        }
    }

    private void schedule(String calendar, Instant due) {
        Map<String, Object> event = Halls.event(calendar, due.plus(BEFORE), List.of(BEFORE.toString()));
        try {
            HttpResponse<String> answer = manager.post("/schedules", event);
            if (answer.statusCode() == 201) {
                dueAt.put(Api.JSON.readTree(answer.body()).get("id").asString(), due);
            }
        } catch (IOException unanswered) {
            // It is missed at the end.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void hear(Change change, long nanos) {
        switch (change) {
            case ReminderDue due -> note(dueNanos, due.scheduledEventId());
            case NotificationRaised told
            when told.notice().notificationType() == NotificationType.REMINDER
                    && told.recipientId().equals(told.notice().about().owner()) ->
                note(toldNanos, told.notice().about().subjectId());
            default -> {
                // Not measured.
            }
        }
    }

    private void note(Map<String, Long> lateNanos, String event) {
        Instant due = dueAt.get(event);
        if (due == null) {
            return;
        }
        long late = Duration.between(due, clock.instant()).toNanos();
        if (lateNanos.putIfAbsent(event, late) != null) {
            doubled.incrementAndGet();
        }
    }
}
