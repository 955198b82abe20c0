package dev.almanac.command.publishing;

import java.util.Optional;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far everything is published, as it was committed. */
@Component
class PublishedToken {
    private final JdbcTemplate jdbc;
    private final Serializer serializer;
    private final ObjectProvider<EventProcessingConfiguration> processing;

    PublishedToken(JdbcTemplate jdbc, Serializer serializer, ObjectProvider<EventProcessingConfiguration> processing) {
        this.jdbc = jdbc;
        this.serializer = serializer;
        this.processing = processing;
    }

    /** For the instance that publishes; empty for others. */
    Optional<GapAwareTrackingToken> published() {
        return isOurs() ? stored() : Optional.empty();
    }

    private boolean isOurs() {
        return processing
                .getObject()
                .eventProcessor(ChangePublisher.NAME, StreamingEventProcessor.class)
                .map(processor -> !processor.processingStatus().isEmpty())
                .orElse(false);
    }

    /** Whoever publishes. */
    Optional<GapAwareTrackingToken> stored() {
        return jdbc
                .query(
                        "select token, token_type from token_entry where processor_name = ? and segment = 0"
                                + " and token is not null",
                        (row, _) -> serializer.<byte[], Object>deserialize(
                                new SimpleSerializedObject<>(row.getBytes(1), byte[].class, row.getString(2), null)),
                        ChangePublisher.NAME)
                .stream()
                .filter(GapAwareTrackingToken.class::isInstance)
                .map(GapAwareTrackingToken.class::cast)
                .findFirst();
    }
}
