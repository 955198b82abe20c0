package dev.almanac.streams;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class HeadersOfTheirOwnTest {
    private static final TopicPartition PLACE = new TopicPartition("told", 0);

    @Test
    void records_that_wait_do_not_keep_the_response_that_they_came_in() {
        Response response = Response.withOneRecord();
        ConsumerRecords<byte[], byte[]> waiting;
        try (HeadersOfTheirOwn own = new HeadersOfTheirOwn()) {
            waiting = own.onConsume(response.records());
        }

        await().until(() -> {
            System.gc();
            return response.bytes().get() == null;
        });
        Headers headers = waiting.iterator().next().headers();
        assertThat(headers.lastHeader("ce_type").value()).isEqualTo("told".getBytes(UTF_8));
    }

    /** As the consumer reads it: headers are slices of the bytes that came. */
    private record Response(WeakReference<byte[]> bytes, ConsumerRecords<byte[], byte[]> records) {
        private static Response withOneRecord() {
            byte[] bytes = new byte[1 << 20];
            System.arraycopy("ce_typetold".getBytes(UTF_8), 0, bytes, 0, 11);
            ByteBuffer whole = ByteBuffer.wrap(bytes);
            RecordHeaders headers = new RecordHeaders(List.of(new RecordHeader(whole.slice(0, 7), whole.slice(7, 4))));
            ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                    PLACE.topic(),
                    PLACE.partition(),
                    0,
                    0,
                    TimestampType.CREATE_TIME,
                    0,
                    0,
                    new byte[0],
                    new byte[0],
                    headers,
                    Optional.empty());
            return new Response(
                    new WeakReference<>(bytes), new ConsumerRecords<>(Map.of(PLACE, List.of(record)), Map.of()));
        }
    }
}
