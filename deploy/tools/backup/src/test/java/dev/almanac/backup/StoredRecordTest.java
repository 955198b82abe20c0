package dev.almanac.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class StoredRecordTest {
    private final StoredRecord whole = new StoredRecord(
            1_772_355_600_000L,
            "key".getBytes(UTF_8),
            "{\"a\": 1}".getBytes(UTF_8),
            new RecordHeaders().add("ce_id", "one".getBytes(UTF_8)).add("empty", null));
    private final StoredRecord tombstone = new StoredRecord(0, "key".getBytes(UTF_8), null, new RecordHeaders());

    @Test
    void records_are_read_as_they_were_written_also_those_without_a_value() throws IOException {
        byte[] file = written(whole, tombstone);

        DataInputStream in = new DataInputStream(new ByteArrayInputStream(file));
        assertThat(StoredRecord.read(in)).contains(whole);
        assertThat(StoredRecord.read(in)).contains(tombstone);
        assertThat(StoredRecord.read(in)).isEmpty();
    }

    @Test
    void a_file_that_ends_in_the_midst_is_refused_wherever_that_is() throws IOException {
        byte[] file = written(whole, tombstone);

        for (int length = 0; length < file.length; length++) {
            DataInputStream in = new DataInputStream(new ByteArrayInputStream(Arrays.copyOf(file, length)));
            assertThatThrownBy(() -> readAll(in)).as("%d bytes", length).isInstanceOf(IOException.class);
        }
    }

    private static void readAll(DataInputStream in) throws IOException {
        while (StoredRecord.read(in).isPresent()) {
            // To its end.
        }
    }

    private static byte[] written(StoredRecord... records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            for (StoredRecord each : records) {
                each.write(out);
            }
            StoredRecord.end(out);
        }
        return bytes.toByteArray();
    }
}
