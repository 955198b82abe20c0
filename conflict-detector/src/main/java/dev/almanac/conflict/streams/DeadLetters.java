package dev.almanac.conflict.streams;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A record that cannot be read goes to the dead-letter topic of its own topic as it is, and the stream goes on. */
public final class DeadLetters implements DeserializationExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

    @Override
    public Response handleError(ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception e) {
        LOG.warn(
                "{}-{} offset {} cannot be read: {}",
                record.topic(),
                record.partition(),
                record.offset(),
                e.getMessage());
        return Response.resume(List.of(new ProducerRecord<>(
                record.topic() + ".dlt", null, record.timestamp(), record.key(), record.value(), record.headers())));
    }

    @Override
    public void configure(Map<String, ?> configs) {}
}
