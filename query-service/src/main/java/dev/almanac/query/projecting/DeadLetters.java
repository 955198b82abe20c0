package dev.almanac.query.projecting;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.events.wire.DeadLetterRecord;
import dev.almanac.events.wire.FailureText;
import dev.almanac.events.wire.Topic;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.support.serializer.DeserializationException;
import org.springframework.stereotype.Component;

/** Sets aside what cannot be projected, on the topic's {@code .dlt}, and waits for the broker to have it. */
@Component
class DeadLetters implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final long PATIENCE_SECONDS = 20;
    private final Producer<byte[], byte[]> producer;
    private final MeterRegistry meters;

    DeadLetters(ProducerFactory<?, ?> kafka, MeterRegistry meters) {
        Map<String, Object> configuration = new LinkedHashMap<>(kafka.getConfigurationProperties());
        configuration.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
        this.producer = new KafkaProducer<>(configuration, new ByteArraySerializer(), new ByteArraySerializer());
        this.meters = meters;
        // What was never counted would be missing, and the first one no increase.
        Arrays.stream(Topic.values()).map(Topic::topicName).forEach(this::counter);
    }

    private Counter counter(String topic) {
        return meters.counter("scheduling.projection.dead.letters", "topic", topic);
    }

    /**
     * Returns when a broker has it.
     *
     * @throws KafkaException while no broker takes it: it has to be tried again, with all that was read with it
     */
    void add(ConsumerRecord<String, Recorded<Change>> message, Exception cause) {
        ProducerRecord<byte[], byte[]> letter = letter(message, cause);
        if (!send(letter)) {
            LOG.warn("No broker takes the dead letter whole: {}", letter.topic());
            send(DeadLetterRecord.of(letter.topic(), null, null, new RecordHeaders(), why(message, cause)));
        }
        counter(message.topic()).increment();
    }

    private static ProducerRecord<byte[], byte[]> letter(
            ConsumerRecord<String, Recorded<Change>> message, Exception cause) {
        String key = message.key();
        Headers original = new RecordHeaders();
        message.headers().forEach(header -> {
            if (!header.key().startsWith("springDeserializerException")) {
                original.add(header);
            }
        });
        return DeadLetterRecord.of(
                message.topic() + ".dlt",
                key == null ? null : key.getBytes(UTF_8),
                value(message, cause),
                original,
                why(message, cause));
    }

    private static byte @Nullable [] value(ConsumerRecord<String, Recorded<Change>> message, Exception cause) {
        if (cause instanceof DeserializationException unreadable) {
            return unreadable.getData();
        }
        Recorded<Change> recorded = message.value();
        return recorded == null ? null : ChangeJson.write(recorded.change());
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
        try {
            Objects.requireNonNull(producer.send(letter)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RecordTooLargeException) {
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

    @Override
    public void destroy() {
        producer.close(Duration.ofSeconds(PATIENCE_SECONDS));
    }
}
