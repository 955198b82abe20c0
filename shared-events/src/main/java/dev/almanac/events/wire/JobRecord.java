package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.job.JobReported;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** How a job stands as a Kafka record: JSON, with the headers of CloudEvents and none of our own. */
public final class JobRecord {
    private JobRecord() {}

    /**
     * The record to send.
     *
     * @param id the same for a repeat
     */
    public static ProducerRecord<byte[], byte[]> of(JobReported report, String id) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Topic.JOBS_V1, report.key().getBytes(UTF_8), ChangeJson.mapper().writeValueAsBytes(report));
        ChangeHeaders.writeEvent(
                Schema.of(JobReported.class),
                report.key(),
                id,
                "urn:scheduling:" + report.service(),
                report.reportedAt(),
                message.headers());
        return message;
    }

    /**
     * What the record says.
     *
     * @throws UnreadableChange where it is none, or not of that key
     */
    public static JobReported read(byte @Nullable [] key, byte @Nullable [] json) {
        try {
            JobReported report = Objects.requireNonNull(
                    ChangeJson.mapper().readValue(Objects.requireNonNull(json), JobReported.class));
            Objects.requireNonNull(report.description());
            Objects.requireNonNull(report.schedule());
            Objects.requireNonNull(report.outcome());
            Objects.requireNonNull(report.instance());
            Objects.requireNonNull(report.reportedAt());
            if (!report.key().equals(new String(Objects.requireNonNull(key), UTF_8))) {
                throw new IllegalArgumentException("speaks of a job that is not its key's");
            }
            return report;
        } catch (RuntimeException e) {
            throw new UnreadableChange("not a JobReported", e);
        }
    }
}
