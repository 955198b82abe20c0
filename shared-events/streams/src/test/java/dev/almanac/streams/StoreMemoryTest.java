package dev.almanac.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;

/** On stores that are opened as Kafka Streams opens them: with a table format that is then configured. */
class StoreMemoryTest {
    private static final int ROWS = 2_000;
    private static final byte[] ROW = new byte[10_000];

    @TempDir
    private Path folder;

    @Test
    void a_store_keeps_little_that_is_not_on_disk() throws RocksDBException {
        try (Options options = options();
                RocksDB store = RocksDB.open(options, folder.toString())) {
            fill(store);
            assertThat(store.getLongProperty("rocksdb.cur-size-all-mem-tables"))
                    .isLessThan(4 * StoreMemory.UNWRITTEN_BYTES)
                    .isLessThan((long) ROWS * ROW.length);
        }
    }

    @Test
    void what_is_read_from_one_store_takes_room_in_the_cache_of_all() throws RocksDBException {
        try (Options options = options();
                RocksDB one = RocksDB.open(options, folder.resolve("one").toString());
                Options others = options();
                RocksDB other = RocksDB.open(others, folder.resolve("other").toString())) {
            fill(one);
            long before = other.getLongProperty("rocksdb.block-cache-usage");
            one.get(key(0));
            assertThat(other.getLongProperty("rocksdb.block-cache-usage")).isGreaterThan(before);
        }
    }

    private static Options options() {
        Options options = new Options().setCreateIfMissing(true).setTableFormatConfig(new BlockBasedTableConfig());
        new StoreMemory().setConfig("store", options, Map.of());
        return options;
    }

    private static void fill(RocksDB store) throws RocksDBException {
        for (int row = 0; row < ROWS; row++) {
            store.put(key(row), ROW);
        }
    }

    private static byte[] key(int row) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(row).array();
    }
}
