package dev.almanac.streams;

import dev.almanac.telemetry.RecordScope;
import dev.almanac.telemetry.Traces;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Whatever a stream writes while it handles a record names the record's trace: it is sent by the thread that handles it. What
 * backs up its stores is left alone.
 */
public final class TracedRecords implements ProducerInterceptor<byte[], byte[]> {
    private static final String BACKUPS = "-changelog";

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        if (!record.topic().endsWith(BACKUPS)) {
            RecordScope.mark(record.headers(), Traces.parent());
        }
        return record;
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception failure) {}

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
