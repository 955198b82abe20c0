package dev.almanac.streams;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerInterceptor;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/**
 * Reads the headers of all records as they come. Until somebody does, each is a view of the whole response that it came in: a
 * thousand records that wait in a queue keep megabytes for each of their partitions, and a long backlog ends the process.
 */
public final class HeadersOfTheirOwn implements ConsumerInterceptor<byte[], byte[]> {

    @Override
    public ConsumerRecords<byte[], byte[]> onConsume(ConsumerRecords<byte[], byte[]> records) {
        records.forEach(record -> record.headers().forEach(HeadersOfTheirOwn::read));
        return records;
    }

    private static void read(Header header) {
        var _ = header.key();
        var _ = header.value();
    }

    @Override
    public void onCommit(Map<TopicPartition, OffsetAndMetadata> offsets) {}

    @Override
    public void configure(Map<String, ?> settings) {}

    @Override
    public void close() {}
}
