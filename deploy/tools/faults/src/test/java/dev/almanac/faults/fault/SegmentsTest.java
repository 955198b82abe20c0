package dev.almanac.faults.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.FileRecords;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.Record;
import org.apache.kafka.common.record.SimpleRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentsTest {
    @TempDir
    Path partition;

    @Test
    void some_records_are_gone_and_all_others_are_where_they_were() throws IOException {
        Path log = partition.resolve("00000000000000000000.log");
        Path index = Files.createFile(partition.resolve("00000000000000000000.index"));
        Path epochs = Files.createFile(partition.resolve("leader-epoch-checkpoint"));
        try (FileRecords segment = FileRecords.open(log.toFile())) {
            segment.append(batch(0, "a", "b", "c"));
            segment.append(batch(3, "d"));
            segment.append(batch(4, "e", "f"));
        }

        Segments.remove(partition, Set.of(1L, 3L));

        List<String> left = new ArrayList<>();
        try (FileRecords segment = FileRecords.open(log.toFile())) {
            segment.records().forEach(record -> left.add(record.offset() + text(record)));
            assertThat(StreamSupport.stream(segment.batches().spliterator(), false))
                    .allMatch(batch -> batch.isValid());
        }
        assertThat(left).containsExactly("0a", "2c", "4e", "5f");
        assertThat(index).doesNotExist();
        assertThat(epochs).exists();
    }

    private static MemoryRecords batch(long offset, String... values) {
        SimpleRecord[] records = List.of(values).stream()
                .map(value -> new SimpleRecord(0, null, value.getBytes(StandardCharsets.UTF_8)))
                .toArray(SimpleRecord[]::new);
        return MemoryRecords.withRecords(offset, Compression.NONE, records);
    }

    private static String text(Record record) {
        return StandardCharsets.UTF_8.decode(record.value()).toString();
    }
}
