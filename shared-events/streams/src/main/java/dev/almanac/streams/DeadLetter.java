package dev.almanac.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.wire.ChangeTypes;
import dev.almanac.events.wire.Topic;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/** A record as it was found, with the reason why it was set aside, in headers as Kafka Streams names them (KIP-1034). */
final class DeadLetter {
    private static final String PREFIX = "__streams.errors.";
    /** A reason that quotes its record is not to make the letter larger than a record may be. */
    private static final int MESSAGE_LENGTH_MAX = 1000;

    private DeadLetter() {}

    static ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> record, Exception e) {
        Headers headers = reasons(record.headers(), e);
        place(headers, record.topic(), record.partition(), record.offset());
        return letter(topic(record.topic(), headers), record.key(), record.value(), headers);
    }

    static ProducerRecord<byte[], byte[]> of(ErrorHandlerContext context, Exception e) {
        return e instanceof SetAside aside ? of(aside) : ofSource(context, e);
    }

    private static ProducerRecord<byte[], byte[]> of(SetAside aside) {
        Headers headers = reasons(new RecordHeaders(), aside);
        return letter(aside.topic().deadLetterName(), aside.key().getBytes(UTF_8), aside.value(), headers);
    }

    private static ProducerRecord<byte[], byte[]> ofSource(ErrorHandlerContext context, Exception e) {
        Headers headers = reasons(context.headers(), e);
        place(headers, context.topic(), context.partition(), context.offset());
        return letter(topic(context.topic(), headers), context.sourceRawKey(), context.sourceRawValue(), headers);
    }

    private static ProducerRecord<byte[], byte[]> letter(
            String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        return new ProducerRecord<>(topic, null, key, value, headers);
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
                .flatMap(type -> ChangeTypes.named(new String(type.value(), UTF_8)))
                .flatMap(type -> Arrays.stream(Topic.values())
                        .filter(topic -> topic.changes().isAssignableFrom(type))
                        .findFirst());
    }

    private static Headers reasons(Headers original, Exception e) {
        Headers headers = new RecordHeaders(original.toArray());
        Throwable reason = e.getCause() == null ? e : e.getCause();
        add(headers, "exception", reason.getClass().getName());
        add(headers, "message", shortened(String.valueOf(e.getMessage())));
        return headers;
    }

    private static void place(Headers headers, String topic, int partition, long offset) {
        add(headers, "topic", topic);
        add(headers, "partition", Integer.toString(partition));
        add(headers, "offset", Long.toString(offset));
    }

    private static String shortened(String message) {
        return message.substring(0, Math.min(message.length(), MESSAGE_LENGTH_MAX));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(PREFIX + name, value.getBytes(UTF_8));
    }
}
