package dev.almanac.query.runs;

import static dev.almanac.query.support.RealParts.ISSUER;
import static dev.almanac.testing.RuleExamples.NINE;
import static dev.almanac.testing.RuleExamples.missed;
import static dev.almanac.testing.RuleExamples.queueCalendar;
import static dev.almanac.testing.RuleExamples.queued;
import static dev.almanac.testing.RuleExamples.runId;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.almanac.events.rule.RuleChange.RulePaused;
import dev.almanac.events.rule.RuleChange.RunRescheduled;
import dev.almanac.events.wire.Topic;
import dev.almanac.query.support.RealParts;
import dev.almanac.recurrence.Cron;
import dev.almanac.recurrence.Every;
import dev.almanac.recurrence.Recurrence;
import dev.almanac.recurrence.Rrule;
import dev.almanac.testing.Api;
import dev.almanac.testing.Feeder;
import dev.almanac.testing.KafkaBroker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Runs in all the places where they are shown. It is always nine o'clock of the second of March 2026. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RunsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long SEED = 20_260_302;
    private static final KafkaBroker KAFKA = new KafkaBroker(Topic.PARTITIONS);

    @LocalServerPort
    int port;

    private Feeder feeder;
    private Api api;

    @TestConfiguration(proxyBeanMethods = false)
    static class Nine {
        @Bean
        @Primary
        Clock nine() {
            return Clock.fixed(NINE, ZoneOffset.UTC);
        }
    }

    @DynamicPropertySource
    static void parts(DynamicPropertyRegistry registry) {
        RealParts.register(registry, KAFKA);
    }

    @BeforeAll
    void connect() {
        feeder = new Feeder(KAFKA.bootstrapServers());
        api = new Api(port, ISSUER.token("ana", "manager"));
        feeder.store(queued("first", "night", "0 3 * * *"));
        await().atMost(PATIENCE).untilAsserted(() -> api.get("/schedules/rules/first"));
    }

    @AfterAll
    void disconnect() {
        feeder.close();
    }

    @Test
    void window_day_feed_and_calendar_agree_for_every_rule_at_every_distance() {
        Random random = new Random(SEED);
        List<Recurrence> recurrences = List.of(
                new Cron("*/5 * * * *"),
                new Cron("0 3 * * *"),
                new Cron("* 9 * * 1"),
                new Cron("30 */2 * * *"),
                new Cron("*/20 8-17 * * 1-5"),
                new Cron("0 0 1 * *"),
                new Every(Duration.ofMinutes(7), null),
                new Every(Duration.ofHours(5), null),
                new Rrule("FREQ=DAILY;INTERVAL=3"),
                new Rrule("FREQ=HOURLY"));
        for (Recurrence recurrence : recurrences) {
            String queue = "queue-" + UUID.randomUUID();
            String rule = "rule-" + UUID.randomUUID();
            feeder.store(queueCalendar(queue));
            long position = feeder.store(queued(rule, queue, recurrence));
            for (int distance : distances(random)) {
                LocalDate day = LocalDate.ofInstant(NINE, ZoneOffset.UTC).plusDays(distance);
                long counted = counted(queue, day, position);
                String where = "%s on %s, seed %d".formatted(recurrence, day, SEED);
                assertThat(detailed(queue, day)).as("day, " + where).isEqualTo(counted);
                assertThat(feed(rule, day, 7)).as("feed, " + where).isEqualTo(counted);
                assertThat(onCalendar(queue, day)).as("calendar, " + where).isEqualTo(counted);
            }
        }
    }

    private static List<Integer> distances(Random random) {
        return List.of(1, 2 + random.nextInt(5), 7 + random.nextInt(80), 95, 100 + random.nextInt(900));
    }

    @Test
    void a_moved_run_is_shown_where_it_was_moved_to_everywhere() {
        String queue = "queue-" + UUID.randomUUID();
        String rule = "rule-" + UUID.randomUUID();
        feeder.store(queueCalendar(queue));
        feeder.store(queued(rule, queue, "0 3 * * *"));
        Instant three = Instant.parse("2026-06-20T03:00:00Z");
        String run = runId(rule, three);
        LocalDateTime nominal = LocalDateTime.parse("2026-06-20T03:00");
        Instant to = NINE.plusSeconds(125);
        long position = feeder.store(new RunRescheduled(rule, run, nominal, three, three, to, NINE, null, "ana"));
        LocalDate today = LocalDate.parse("2026-03-02");
        LocalDate nominalDay = LocalDate.parse("2026-06-20");
        assertThat(counted(queue, today, position)).isOne();
        assertThat(detailed(queue, today)).isOne();
        assertThat(feed(rule, today, 7)).isOne();
        assertThat(onCalendar(queue, today)).isOne();
        assertThat(counted(queue, nominalDay, position)).isZero();
        assertThat(detailed(queue, nominalDay)).isZero();
        assertThat(api.map("/schedules/rules/" + rule, position)).containsEntry("nextRun", to.toString());
        assertThat(items("/runs?status=SCHEDULED&limit=1&ruleId=" + rule))
                .singleElement()
                .satisfies(first -> assertThat(first)
                        .containsEntry("occurrenceId", run)
                        .containsEntry("scheduledAt", to.toString()));
    }

    @Test
    void what_is_always_running_is_one_entry_a_day_and_is_counted() {
        String queue = "queue-" + UUID.randomUUID();
        String rule = "rule-" + UUID.randomUUID();
        feeder.store(queueCalendar(queue));
        long position = feeder.store(queued(rule, queue, "*/5 * * * *"));
        List<Map<?, ?>> entries = feedOf(rule, "2026-03-10T00:00:00Z", "2026-04-09T00:00:00Z", 1000, position);
        assertThat(entries).hasSize(30).allSatisfy(entry -> {
            assertThat(entry.get("lane")).isEqualTo("ALWAYS_RUNNING");
            assertThat(entry.get("count")).isEqualTo(288);
        });
    }

    @Test
    void what_is_paused_is_not_counted_and_shown_as_paused() {
        String queue = "queue-" + UUID.randomUUID();
        String rule = "rule-" + UUID.randomUUID();
        feeder.store(queueCalendar(queue));
        feeder.store(queued(rule, queue, "0 3 * * *"));
        Instant resumed = NINE.plus(Duration.ofDays(10));
        long position = feeder.store(new RulePaused(rule, NINE, resumed, false, null, "ana"));
        assertThat(feedOf(rule, "2026-03-10T00:00:00Z", "2026-03-14T00:00:00Z", 1000, position))
                .extracting(run -> (Object) run.get("status"))
                .containsExactly("PAUSED", "PAUSED", "PAUSED", "SCHEDULED");
        assertThat(counted(queue, LocalDate.parse("2026-03-11"), position)).isZero();
        assertThat(counted(queue, LocalDate.parse("2026-03-13"), position)).isOne();
        assertThat(items("/schedules/rules?status=PAUSED&queue=" + queue))
                .extracting(found -> found.get("id"))
                .isEqualTo(List.of(rule));
        assertThat(items("/schedules/rules?status=ACTIVE&queue=" + queue)).isEmpty();
    }

    @Test
    void runs_that_wait_for_a_person_are_listed_page_by_page() {
        String rule = "rule-" + UUID.randomUUID();
        long position = feeder.store(queued(rule, "night", "0 * * * *"));
        IntStream.range(0, 5).forEach(hour -> feeder.derive(missed(rule, NINE.minus(Duration.ofHours(hour)), 0)));
        String missed = "/runs?status=MISSED&limit=2&ruleId=" + rule;
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(items("/runs?status=MISSED&ruleId=" + rule)).hasSize(5));
        List<Object> seen = new ArrayList<>();
        Object cursor = null;
        do {
            Map<String, Object> page = api.map(missed + (cursor == null ? "" : "&cursor=" + cursor), position);
            ((List<?>) requireNonNull(page.get("items")))
                    .forEach(run -> seen.add(((Map<?, ?>) run).get("scheduledAt")));
            cursor = page.get("nextCursor");
        } while (cursor != null);
        assertThat(seen).hasSize(5).isSorted().doesNotHaveDuplicates();
    }

    private long counted(String queue, LocalDate day, long position) {
        Map<String, Object> window = api.map(
                "/schedules/window?from=%sT00:00:00Z&till=%sT00:00:00Z&queue=%s".formatted(day, day.plusDays(1), queue),
                position);
        return ((Number) requireNonNull(((Map<?, ?>) requireNonNull(window.get("summary"))).get("totalJobs")))
                .longValue();
    }

    private long detailed(String queue, LocalDate day) {
        Map<String, Object> page = api.map("/schedules/detailed?date=" + day + "&queue=" + queue, null);
        return count((List<?>) requireNonNull(page.get("jobs")));
    }

    private long feed(String rule, LocalDate day, int limit) {
        return count(feedOf(rule, day + "T00:00:00Z", day.plusDays(1) + "T00:00:00Z", limit, null));
    }

    /** All pages of it. */
    private List<Map<?, ?>> feedOf(String rule, String start, String end, int limit, @Nullable Long position) {
        List<Map<?, ?>> found = new ArrayList<>();
        Object cursor = null;
        do {
            Map<String, Object> page = api.map(
                    "/ops/calendar/events?start=" + start + "&end=" + end + "&limit=" + limit
                            + (cursor == null ? "" : "&cursor=" + cursor),
                    position);
            ((List<?>) requireNonNull(page.get("items")))
                    .stream().map(item -> (Map<?, ?>) item).forEach(found::add);
            cursor = page.get("nextCursor");
        } while (cursor != null);
        return found.stream().filter(run -> rule.equals(run.get("ruleId"))).toList();
    }

    private long onCalendar(String queue, LocalDate day) {
        Map<String, Object> page =
                api.map("/calendars/" + queue + "/view?viewType=MONTHLY&timezone=UTC&date=" + day, null);
        Object counts = ((Map<?, ?>) requireNonNull(page.get("eventCounts"))).get(day.toString());
        return ((Number) requireNonNull(counts)).longValue();
    }

    private static long count(List<?> entries) {
        return entries.stream()
                .mapToLong(entry -> ((Number) requireNonNull(((Map<?, ?>) entry).get("count"))).longValue())
                .sum();
    }

    private List<Map<String, Object>> items(String path) {
        return ((List<?>) requireNonNull(api.map(path, null).get("items")))
                .stream().map(RunsIT::fields).toList();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object item) {
        return (Map<String, Object>) item;
    }
}
