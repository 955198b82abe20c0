package dev.almanac.command.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import dev.almanac.events.schedule.OccurrenceException;
import dev.almanac.events.wire.ChangeJson;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Snapshots as the JSON of whatever an aggregate remembers. What it does not know makes one unreadable. */
final class SnapshotSerializer extends Jackson3Serializer {
    /**
     * To be raised whenever aggregates remember something else, or the same changes lead to something else: older
     * snapshots are then passed over, and taken anew.
     */
    static final String SHAPE = "6";

    static final SnapshotFilter OF_THIS_SHAPE =
            snapshot -> SHAPE.equals(snapshot.getPayload().getType().getRevision());

    SnapshotSerializer(ClassLoader classLoader) {
        super(builder()
                .converter(new ChainingConverter(classLoader))
                .classLoader(classLoader)
                .revisionResolver(_ -> SHAPE)
                .jsonMapperBuilderCustomizer(SnapshotSerializer::configure));
    }

    private static void configure(JsonMapper.Builder json) {
        ChangeJson.configure(json)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultVisibility(visible -> visible.withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                        .withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
                .addMixIn(OccurrenceException.class, Named.class);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Named {}
}
