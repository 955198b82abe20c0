package dev.almanac.command.listening;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.wire.DeadLetterRecord;
import dev.almanac.events.wire.FailureText;
import dev.almanac.events.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Sets aside what cannot be taken, on the topic's {@code .dlt}, and waits for the broker to have it. */
@Component
class DeadLetters {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final long PATIENCE_SECONDS = 20;
    private final KafkaTemplate<String, byte[]> kafka;
    private final MeterRegistry meters;

    DeadLetters(KafkaTemplate<String, byte[]> kafka, MeterRegistry meters) {
        this.kafka = kafka;
        this.meters = meters;
        // What was never counted would be missing, and the first one no increase.
        Arrays.stream(Topic.values()).map(Topic::topicName).forEach(this::counter);
    }

    private Counter counter(String topic) {
        return meters.counter("scheduling.listener.dead.letters", "topic", topic);
    }

    /**
     * Returns when a broker has it.
     *
     * @throws KafkaException while no broker takes it: the batch has to come again
     */
    void add(ConsumerRecord<String, byte[]> message, RuntimeException cause) {
        Map<String, String> why = why(message, cause);
        String topic = message.topic() + ".dlt";
        LOG.warn("Set aside on {}: {}", topic, FailureText.of(cause));
        String key = message.key();
        byte[] keyBytes = key == null ? null : key.getBytes(UTF_8);
        if (!send(DeadLetterRecord.of(topic, keyBytes, message.value(), message.headers(), why))) {
            send(DeadLetterRecord.of(topic, null, null, new RecordHeaders(), why));
        }
        counter(message.topic()).increment();
    }

    private static Map<String, String> why(ConsumerRecord<?, ?> message, Exception cause) {
        Map<String, String> why = new LinkedHashMap<>();
        why.put("kafka_dlt-original-topic", message.topic());
        why.put("kafka_dlt-original-partition", Integer.toString(message.partition()));
        why.put("kafka_dlt-original-offset", Long.toString(message.offset()));
        why.put("kafka_dlt-exception-fqcn", cause.getClass().getName());
        why.put("kafka_dlt-exception-message", FailureText.of(cause));
        return why;
    }

    /** Whether it was not too large. */
    private boolean send(ProducerRecord<byte[], byte[]> letter) {
        byte[] key = letter.key();
        try {
            kafka.send(new ProducerRecord<>(
                            letter.topic(),
                            null,
                            key == null ? null : new String(key, UTF_8),
                            letter.value(),
                            letter.headers()))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RecordTooLargeException
                    || (failed.getCause() != null && failed.getCause().getCause() instanceof RecordTooLargeException)) {
                return false;
            }
            throw new KafkaException("a dead letter was not taken", failed.getCause());
        } catch (TimeoutException late) {
            throw new KafkaException("a dead letter was not taken in time", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new KafkaException("stopped while a dead letter was sent", stopped);
        }
    }
}
