package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.activity.Activity;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An activity as a Kafka record: JSON, with the headers of CloudEvents and none of our own. */
public final class ActivityRecord {
    private static final String SOURCE = "urn:scheduling:query-service";

    private ActivityRecord() {}

    /**
     * The record to send.
     *
     * @param id the same for a repeat
     */
    public static ProducerRecord<byte[], byte[]> of(Activity activity, String id) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                Topic.ACTIVITY_V1,
                activity.subject().getBytes(UTF_8),
                ChangeJson.mapper().writeValueAsBytes(activity));
        ChangeHeaders.writeEvent(
                Schema.of(activity.getClass()), activity.subject(), id, SOURCE, activity.at(), message.headers());
        return message;
    }

    /** The records that there are, in the order in which they are declared. */
    static List<Class<?>> types() {
        return records(Activity.class).toList();
    }

    private static Stream<Class<?>> records(Class<?> sealed) {
        return sealed.isSealed()
                ? Arrays.stream(sealed.getPermittedSubclasses()).flatMap(ActivityRecord::records)
                : Stream.of(sealed);
    }
}
