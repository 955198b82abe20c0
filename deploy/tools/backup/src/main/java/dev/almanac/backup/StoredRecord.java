package dev.almanac.backup;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A record of a topic as a file has it: its time, key, value and headers, each with its length before it. */
@SuppressWarnings("ArrayRecordComponent") // as Kafka has them; nobody changes what is in them
record StoredRecord(long timestamp, byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
    private static final int ABSENT = -1;
    private static final int END = 0;
    private static final int RECORD = 1;

    static StoredRecord of(ConsumerRecord<byte[], byte[]> read) {
        return new StoredRecord(read.timestamp(), read.key(), read.value(), read.headers());
    }

    ProducerRecord<byte[], byte[]> to(String topic, int partition) {
        return new ProducerRecord<>(topic, partition, timestamp, key, value, headers);
    }

    void write(DataOutputStream out) throws IOException {
        out.writeByte(RECORD);
        out.writeLong(timestamp);
        write(out, key);
        write(out, value);
        Header[] all = headers.toArray();
        out.writeInt(all.length);
        for (Header header : all) {
            out.writeUTF(header.key());
            write(out, header.value());
        }
    }

    static void end(DataOutputStream out) throws IOException {
        out.writeByte(END);
    }

    /** Empty at the end; a file that ends without one was not written whole. */
    static Optional<StoredRecord> read(DataInputStream in) throws IOException {
        int kind = in.read();
        if (kind == END) {
            return Optional.empty();
        }
        if (kind != RECORD) {
            throw new EOFException("the file was not written whole");
        }
        long timestamp = in.readLong();
        byte[] key = bytes(in);
        byte[] value = bytes(in);
        Headers headers = new RecordHeaders();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            headers.add(in.readUTF(), bytes(in));
        }
        return Optional.of(new StoredRecord(timestamp, key, value, headers));
    }

    private static void write(DataOutputStream out, byte @Nullable [] bytes) throws IOException {
        if (bytes == null) {
            out.writeInt(ABSENT);
        } else {
            out.writeInt(bytes.length);
            out.write(bytes);
        }
    }

    private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length == ABSENT ? null : in.readNBytes(length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredRecord(long time, byte[] otherKey, byte[] otherValue, Headers otherHeaders)
                && time == timestamp
                && Arrays.equals(key, otherKey)
                && Arrays.equals(value, otherValue)
                && headers.equals(otherHeaders);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(key) * 31 + Arrays.hashCode(value);
    }
}
