package dev.almanac.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.wire.ChangeTypes;
import dev.almanac.events.wire.DeadLetterRecord;
import dev.almanac.events.wire.Topic;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** A record as it was found, with the reason why it was set aside, in headers as Kafka Streams names them (KIP-1034). */
final class DeadLetter {
    private static final String PREFIX = "__streams.errors.";

    private DeadLetter() {}

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> record, Exception e) {
        Map<String, String> reasons = reasons(e);
        place(reasons, record.topic(), record.partition(), record.offset());
        return letter(topic(record.topic(), record.headers()), record.key(), record.value(), record.headers(), reasons);
    }

    static ProducerRecord<byte[], byte[]> of(ErrorHandlerContext context, Exception e) {
        return e instanceof SetAside aside ? of(aside) : ofSource(context, e);
    }

    private static ProducerRecord<byte[], byte[]> of(SetAside aside) {
        return letter(
                aside.topic().deadLetterName(),
                aside.key().getBytes(UTF_8),
                aside.value(),
                new RecordHeaders(),
                reasons(aside));
    }

    private static ProducerRecord<byte[], byte[]> ofSource(ErrorHandlerContext context, Exception e) {
        Map<String, String> reasons = reasons(e);
        place(reasons, context.topic(), context.partition(), context.offset());
        String topic = topic(String.valueOf(context.topic()), context.headers());
        return letter(topic, context.sourceRawKey(), context.sourceRawValue(), context.headers(), reasons);
    }

    private static ProducerRecord<byte[], byte[]> letter(
            String topic,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers,
            Map<String, String> reasons) {
        return DeadLetterRecord.of(topic, key, value, headers, reasons);
    }

    /** On the way between two steps of the stream, a record still bears the type of the change that it came from. */
    private static String topic(String found, Headers headers) {
        return Arrays.stream(Topic.values())
                .filter(topic -> topic.topicName().equals(found))
                .findFirst()
                .or(() -> byType(headers))
                .map(Topic::deadLetterName)
                .orElse(found + ".dlt");
    }

    private static Optional<Topic> byType(Headers headers) {
        return Optional.ofNullable(headers.lastHeader("ce_type"))
                .map(Header::value)
                .flatMap(type -> ChangeTypes.named(new String(type, UTF_8)))
                .flatMap(type -> Arrays.stream(Topic.values())
                        .filter(topic -> topic.changes().isAssignableFrom(type))
                        .findFirst());
    }

    private static Map<String, String> reasons(Exception e) {
        Throwable reason = e.getCause() == null ? e : e.getCause();
        Map<String, String> reasons = new LinkedHashMap<>();
        reasons.put(PREFIX + "exception", reason.getClass().getName());
        reasons.put(PREFIX + "message", String.valueOf(e.getMessage()));
        return reasons;
    }

    private static void place(Map<String, String> reasons, String topic, int partition, long offset) {
        reasons.put(PREFIX + "topic", topic);
        reasons.put(PREFIX + "partition", Integer.toString(partition));
        reasons.put(PREFIX + "offset", Long.toString(offset));
    }
}
