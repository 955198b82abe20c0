package dev.almanac.streams;

import dev.almanac.events.wire.FailureText;
import io.micrometer.core.instrument.Metrics;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What cannot be read, processed or written as bytes goes to the dead-letter topic of its own topic, with the reason, and
 * the stream goes on. What the platform fails at (a store, a broker, a lost transaction) is tried again from the last
 * commit: there is nothing wrong with the record.
 */
public final class DeadLetters
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    static final String METER = "scheduling.stream.dead.letters";
    private static final AtomicLong WRITTEN = new AtomicLong();

    /** How many this process has set aside since it started. */
    static long written() {
        return WRITTEN.get();
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception e) {
        return DeserializationExceptionHandler.Response.resume(List.of(counted(DeadLetter.of(record, e), e)));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception e) {
        return e instanceof KafkaException
                ? ProcessingExceptionHandler.Response.fail()
                : ProcessingExceptionHandler.Response.resume(List.of(counted(DeadLetter.of(context, e), e)));
    }

    /** Exactly-once gives up the whole transaction when a send has failed: there is no going on without it. */
    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception e) {
        return e instanceof RetriableException
                ? ProductionExceptionHandler.Response.retry()
                : ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context, ProducerRecord record, Exception e, SerializationExceptionOrigin origin) {
        return ProductionExceptionHandler.Response.resume(List.of(counted(DeadLetter.of(context, e), e)));
    }

    private static ProducerRecord<byte[], byte[]> counted(ProducerRecord<byte[], byte[]> letter, Exception e) {
        LOG.warn("Set aside on {}: {}", letter.topic(), FailureText.of(e));
        WRITTEN.incrementAndGet();
        Metrics.counter(METER, "topic", letter.topic()).increment();
        return letter;
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
