package dev.almanac.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import dev.almanac.events.wire.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** What instances tell each other over a real broker. */
class JobBoardIT {
    private static final EmbeddedKafkaKraftBroker BROKER = new EmbeddedKafkaKraftBroker(1, 1);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private JobBoard board = board(BROKER.getBrokersAsString());

    @BeforeAll
    static void start() {
        BROKER.afterPropertiesSet();
        BROKER.addTopics(new NewTopic(Topic.JOBS_V1, 1, (short) 1).configs(Map.of("cleanup.policy", "compact")));
    }

    @AfterAll
    static void end() {
        BROKER.destroy();
    }

    @AfterEach
    void stop() {
        board.stop();
    }

    @Test
    void an_instance_that_starts_knows_the_last_runs_and_does_not_forget_them() {
        begin();
        BackgroundJob job = job(board, "kept", "Keeps");
        job.run(() -> {});
        job.run(() -> {
            throw new IllegalStateException("the second run broke");
        });
        await("kept", report -> report.outcome() == JobOutcome.FAILED);
        board.stop();

        board = board(BROKER.getBrokersAsString());
        begin();
        job(board, "kept", "Keeps");
        JobReported known = await("kept", report -> report.outcome() == JobOutcome.FAILED);
        assertThat(known.detail()).contains("the second run broke");
        assertThat(known.lastSucceededAt()).isNotNull();

        job(board, "kept", "Keeps, and says so otherwise");
        assertThat(await("kept", report -> report.description().endsWith("otherwise")))
                .satisfies(planned -> assertThat(planned.outcome()).isEqualTo(JobOutcome.FAILED))
                .satisfies(planned -> assertThat(planned.lastSucceededAt()).isEqualTo(known.lastSucceededAt()));
    }

    @Test
    void all_instances_know_what_one_has_run() {
        begin();
        JobBoard other = board(BROKER.getBrokersAsString());
        other.start();
        try {
            job(other, "others", "Runs elsewhere").run(() -> {});
            assertThat(await("others", report -> report.outcome() == JobOutcome.SUCCEEDED)
                            .instance())
                    .isEqualTo("host/1");
        } finally {
            other.stop();
        }
    }

    @Test
    void what_somebody_else_writes_there_hides_nothing() {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", BROKER.getBrokersAsString()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (String bad : List.of("", "null", "{", "{\"service\":\"x\"}", "[1]")) {
                var _ = producer.send(new ProducerRecord<>(Topic.JOBS_V1, "x/y".getBytes(UTF_8), bad.getBytes(UTF_8)));
            }
        }
        begin();
        job(board, "after-poison", "Runs all the same").run(() -> {});
        await("after-poison", report -> report.outcome() == JobOutcome.SUCCEEDED);
        assertThat(board.all()).extracting(JobReported::service).containsOnly("tests");
    }

    @Test
    void a_job_neither_waits_nor_fails_where_no_broker_is_and_what_is_too_much_is_counted() {
        JobBoard alone = board("localhost:1");
        alone.start();
        try {
            BackgroundJob job = job(alone, "alone", "Runs alone");
            long start = System.nanoTime();
            for (int i = 0; i < 1_000; i++) {
                assertThat(job.run(() -> {})).isTrue();
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
            assertThat(meters.counter("scheduling.job.reports.lost").count()).isPositive();
        } finally {
            alone.stop();
        }
    }

    private void begin() {
        board.start();
    }

    private JobReported await(String job, Predicate<JobReported> wanted) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> find(job).filter(wanted), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<JobReported> find(String job) {
        return board.all().stream().filter(report -> report.job().equals(job)).findFirst();
    }

    private BackgroundJob job(JobBoard reports, String name, String description) {
        return new BackgroundJobs("tests", "host/1", _ -> Optional.of(() -> {}), reports, Clock.systemUTC(), meters)
                .job(name, description, Schedule.every("PT1H", "PT1H"), Duration.ofMinutes(1));
    }

    private JobBoard board(String servers) {
        Map<String, Object> kafka = Map.of("bootstrap.servers", servers);
        return new JobBoard(new DefaultKafkaConsumerFactory<>(kafka), new DefaultKafkaProducerFactory<>(kafka), meters);
    }
}
