package dev.almanac.command.run;

import dev.almanac.command.access.Request;
import dev.almanac.command.publishing.Positions;
import dev.almanac.command.rule.request.RunId;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.run.RunReport;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Passes reports on to where workers may also write them themselves. They are no decisions, and not in the store. */
@Component
class RunReports {
    private static final String SOURCE = "urn:scheduling:command-service";
    private final KafkaTemplate<String, byte[]> kafka;
    private final Positions positions;
    private final ChangeSerde<RunReport> serde = new ChangeSerde<>(RunReport.class);

    RunReports(KafkaTemplate<String, byte[]> kafka, Positions positions) {
        this.kafka = kafka;
        this.positions = positions;
    }

    /** Answers the report's id once the brokers have it. */
    String pass(RunReport report, Request request) {
        String id = UUID.randomUUID().toString();
        ChangeMetadata metadata = new ChangeMetadata(
                id,
                SOURCE,
                request.at(),
                ChangeMetadata.UNNUMBERED,
                positions.ofLast(RunId.ruleOf(report.occurrenceId())),
                request.caller().subject(),
                request.correlationId(),
                request.correlationId());
        RecordHeaders headers = new RecordHeaders();
        byte[] value = serde.serialize(Topic.RUN_REPORTS_V1, headers, Recorded.of(report, metadata));
        kafka.send(new ProducerRecord<>(Topic.RUN_REPORTS_V1, null, report.subject(), value, headers))
                .join();
        return id;
    }
}
