package dev.almanac.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;

/**
 * All stores of a process share one cache, and each keeps little that is not yet on disk. By default each takes up to a hundred
 * megabytes outside of the heap, and an instance of conflict-detector that has all tasks has 36 stores.
 */
public final class StoreMemory implements RocksDBConfigSetter {
    private static final long MEGABYTE = 1024L * 1024L;

    /** Each may have one that fills and two that are being written. */
    static final long UNWRITTEN_BYTES = 4 * MEGABYTE;

    private static final Cache CACHE = shared();

    private static Cache shared() {
        RocksDB.loadLibrary();
        return new LRUCache(64 * MEGABYTE);
    }

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(UNWRITTEN_BYTES);
    }

    /** The cache is shared, and outlives each store. */
    @Override
    public void close(String store, Options options) {}
}
