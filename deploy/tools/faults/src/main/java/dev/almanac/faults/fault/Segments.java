package dev.almanac.faults.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.MemoryRecords.RecordFilter;
import org.apache.kafka.common.record.MemoryRecords.RecordFilter.BatchRetention;
import org.apache.kafka.common.record.MemoryRecords.RecordFilter.BatchRetentionResult;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.RecordBatch;
import org.apache.kafka.common.utils.BufferSupplier;

/** The files in which a broker that does not run keeps a partition. */
final class Segments {
    private static final List<String> INDEXES = List.of(".index", ".timeindex", ".txnindex");

    private Segments() {}

    /**
     * Takes records out, and leaves all others at their offsets, as the broker itself does when it compacts a topic. The indexes are
     * made anew when the broker starts.
     */
    static void remove(Path partition, Set<Long> offsets) {
        try (Stream<Path> files = Files.list(partition)) {
            for (Path file : files.toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.endsWith(".log")) {
                    Files.write(file, without(Files.readAllBytes(file), offsets));
                } else if (INDEXES.stream().anyMatch(name::endsWith)) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] without(byte[] segment, Set<Long> offsets) {
        ByteBuffer kept = ByteBuffer.allocate(segment.length);
        ByteBuffer written = MemoryRecords.readableRecords(ByteBuffer.wrap(segment))
                .filterTo(allBut(offsets), kept, BufferSupplier.NO_CACHING)
                .outputBuffer();
        written.flip();
        byte[] bytes = new byte[written.remaining()];
        written.get(bytes);
        return bytes;
    }

    private static RecordFilter allBut(Set<Long> offsets) {
        return new RecordFilter(0, 0) {
            @Override
            protected BatchRetentionResult checkBatchRetention(RecordBatch batch) {
                return new BatchRetentionResult(BatchRetention.RETAIN_EMPTY, false);
            }

            @Override
            protected boolean shouldRetainRecord(RecordBatch batch, Record record) {
                return batch.isControlBatch() || !offsets.contains(record.offset());
            }
        };
    }
}
