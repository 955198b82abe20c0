package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.events.job.JobOutcome;
import dev.almanac.events.job.JobReported;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JobRecordTest {
    private static final byte[] KEY = "query-service/run-retention".getBytes(UTF_8);
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:02Z");
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:03Z");
    private static final JobReported FAILED = report(NINE, NINE.plusSeconds(3), JobOutcome.FAILED, EIGHT, TEN);

    @Test
    void a_report_is_written_as_its_golden_file_says_and_read_again() {
        byte[] golden = GoldenFiles.of(new Schema("JobReported.v1", 1));

        ProducerRecord<byte[], byte[]> message = JobRecord.of(FAILED, "id-1");

        assertThat(ChangeJson.mapper().readTree(message.value()))
                .isEqualTo(ChangeJson.mapper().readTree(golden));
        assertThat(JobRecord.read(KEY, golden)).isEqualTo(FAILED);
    }

    @Test
    void it_travels_as_a_cloud_event_of_its_service_under_service_and_job() {
        ProducerRecord<byte[], byte[]> message = JobRecord.of(FAILED, "id-1");

        assertThat(message.topic()).isEqualTo("scheduling.jobs.v1");
        assertThat(message.key()).isEqualTo(KEY);
        assertThat(header(message, "ce_source")).isEqualTo("urn:scheduling:query-service");
        assertThat(header(message, "ce_subject")).isEqualTo("query-service/run-retention");
        assertThat(header(message, "ce_type")).isEqualTo("JobReported.v1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"service\":\"query-service\",\"job\":\"run-retention\"}"})
    void what_is_no_report_is_not_read(String json) {
        assertThatThrownBy(() -> JobRecord.read(KEY, json.getBytes(UTF_8))).isInstanceOf(UnreadableChange.class);
        assertThatThrownBy(() -> JobRecord.read(KEY, null)).isInstanceOf(UnreadableChange.class);
    }

    @Test
    void a_report_under_anothers_key_is_not_read() {
        byte[] json = JobRecord.of(FAILED, "id-1").value();
        assertThatThrownBy(() -> JobRecord.read("other/job".getBytes(UTF_8), json))
                .isInstanceOf(UnreadableChange.class);
    }

    @Test
    void a_process_that_has_just_begun_keeps_what_is_known_of_former_runs() {
        JobReported planned = report(null, null, JobOutcome.NEVER, null, TEN.plusSeconds(60));
        JobReported running = report(TEN, null, JobOutcome.RUNNING, null, null);

        assertThat(planned.after(null)).isEqualTo(planned);
        assertThat(planned.after(FAILED))
                .isEqualTo(report(NINE, NINE.plusSeconds(3), JobOutcome.FAILED, EIGHT, TEN.plusSeconds(60)));
        assertThat(running.after(FAILED).lastEndedAt()).isEqualTo(NINE.plusSeconds(3));
        assertThat(running.after(FAILED).lastSucceededAt()).isEqualTo(EIGHT);
    }

    private static JobReported report(
            @Nullable Instant started,
            @Nullable Instant ended,
            JobOutcome outcome,
            @Nullable Instant succeeded,
            @Nullable Instant next) {
        return new JobReported(
                "query-service",
                "run-retention",
                "Drops runs that ended a month ago",
                "PT1H",
                started,
                ended,
                outcome,
                outcome == JobOutcome.FAILED ? "the store is away" : null,
                succeeded,
                next,
                "host-1/4711",
                NINE.plusSeconds(3));
    }

    private static String header(ProducerRecord<byte[], byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
