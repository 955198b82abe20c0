package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside, as it fits beside its reasons: a broker takes a mebibyte, and one that was as large as that
 * already has no room for a word. What is cut says how long it was; the whole record is where it was found.
 */
public final class DeadLetterRecord {
    /** Half of what a broker takes by default, and of what any of its brokers is likely to be told to take. */
    public static final int VALUE_BYTES_MAX = 512 * 1024;

    public static final int KEY_BYTES_MAX = 1024;
    /** Those of our own changes take less than one kilobyte, unless an actor has a name that is longer. */
    public static final int HEADERS_BYTES_MAX = 16 * 1024;

    /** How many bytes the value, the key or the headers had before they were cut. */
    public static final String CUT_PREFIX = "cut-";

    private static final int REASON_LENGTH_MAX = 1000;

    private DeadLetterRecord() {}

    /**
     * What fits of the record, on the topic of its dead letters.
     *
     * @param reasons why and where from, as headers: in words, without a stack trace
     */
    public static ProducerRecord<byte[], byte[]> of(
            String topic,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers original,
            Map<String, String> reasons) {
        RecordHeaders headers = new RecordHeaders();
        int size = size(original);
        if (size <= HEADERS_BYTES_MAX) {
            original.forEach(headers::add);
        } else {
            cut(headers, "headers", size);
        }
        reasons.forEach((name, reason) -> headers.add(name, shortened(reason).getBytes(UTF_8)));
        return new ProducerRecord<>(
                topic,
                null,
                fitting(headers, "key", key, KEY_BYTES_MAX),
                fitting(headers, "value", value, VALUE_BYTES_MAX),
                headers);
    }

    private static byte @Nullable [] fitting(Headers headers, String what, byte @Nullable [] bytes, int most) {
        if (bytes == null || bytes.length <= most) {
            return bytes;
        }
        cut(headers, what, bytes.length);
        return Arrays.copyOf(bytes, most);
    }

    private static void cut(Headers headers, String what, int size) {
        headers.add(CUT_PREFIX + what, Integer.toString(size).getBytes(UTF_8));
    }

    private static int size(Headers headers) {
        int size = 0;
        for (Header header : headers) {
            size += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return size;
    }

    private static String shortened(String reason) {
        return reason.substring(0, Math.min(reason.length(), REASON_LENGTH_MAX));
    }
}
