package dev.almanac.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.conflict.index.LaneIndex;
import dev.almanac.conflict.index.Span;
import dev.almanac.events.TimeSlot;
import dev.almanac.events.lane.LaneEntry;
import dev.almanac.events.lane.LaneId;
import dev.almanac.local.machine.Folders;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;

/** The indexes that are compared, each filled with the same claims. */
public final class OverlapPeers {
    private static final List<Span> SPANS = List.of(Span.UP_TO_HOUR, Span.UP_TO_MONTH);

    private OverlapPeers() {}

    /** What conflict-detector uses, with all that there is read into memory. */
    @State(Scope.Benchmark)
    public static class Ours {
        private static final LaneId LANE = LaneId.resource("room");
        private final Map<Span, NavigableMap<Instant, List<LaneEntry>>> stored = new EnumMap<>(Span.class);
        private final LaneIndex index = new LaneIndex(Integer.MAX_VALUE, this::starting);

        @Setup
        public void fill(OverlapClaims claims) {
            SPANS.forEach(span -> stored.put(span, new TreeMap<>()));
            for (LaneEntry entry : claims.entries) {
                stored.getOrDefault(Span.of(entry.slot()), new TreeMap<>())
                        .computeIfAbsent(entry.slot().start(), _ -> new ArrayList<>())
                        .add(entry);
            }
            claims.entries.forEach(entry -> overlapping(entry.slot()));
        }

        private Collection<LaneEntry> starting(LaneId lane, Span span, Instant from, Instant till) {
            return stored.getOrDefault(span, new TreeMap<>()).subMap(from, till).values().stream()
                    .flatMap(List::stream)
                    .toList();
        }

        List<LaneEntry> overlapping(TimeSlot slot) {
            return index.overlapping(LANE, SPANS, slot);
        }
    }

    /** By start; looks back as far as the longest claim. */
    @State(Scope.Benchmark)
    public static class Tree {
        private final NavigableMap<Instant, List<LaneEntry>> byStart = new TreeMap<>();

        @Setup
        public void fill(OverlapClaims claims) {
            claims.entries.forEach(entry -> byStart.computeIfAbsent(entry.slot().start(), _ -> new ArrayList<>())
                    .add(entry));
        }

        List<LaneEntry> overlapping(TimeSlot slot) {
            List<LaneEntry> found = new ArrayList<>();
            for (List<LaneEntry> entries : byStart.subMap(slot.start().minus(OverlapClaims.MONTH), slot.end())
                    .values()) {
                for (LaneEntry entry : entries) {
                    if (entry.slot().end().isAfter(slot.start())) {
                        found.add(entry);
                    }
                }
            }
            return found;
        }
    }

    /** By group of length and start, as conflict-detector stores them; with the end as the value, and nothing to parse. */
    @State(Scope.Benchmark)
    public static class Rocks {
        private final Path folder = temporary();
        private final Options options = new Options().setCreateIfMissing(true);
        private final RocksDB db = open();

        @Setup
        public void fill(OverlapClaims claims) throws RocksDBException {
            for (LaneEntry entry : claims.entries) {
                byte[] end = ByteBuffer.allocate(Long.BYTES)
                        .putLong(entry.slot().end().getEpochSecond())
                        .array();
                db.put(key(Span.of(entry.slot()), entry.slot().start(), entry.claimId()), end);
            }
        }

        int overlapping(TimeSlot slot) {
            int found = 0;
            for (Span span : SPANS) {
                found += overlapping(span, slot);
            }
            return found;
        }

        private int overlapping(Span span, TimeSlot slot) {
            int found = 0;
            try (Slice till = new Slice(key(span, slot.end(), ""));
                    ReadOptions bounded = new ReadOptions().setIterateUpperBound(till);
                    RocksIterator rows = db.newIterator(bounded)) {
                rows.seek(key(span, slot.start().minus(span.longest()), ""));
                while (rows.isValid()) {
                    long end = ByteBuffer.wrap(rows.value()).getLong();
                    found += end > slot.start().getEpochSecond() ? 1 : 0;
                    rows.next();
                }
            }
            return found;
        }

        private static byte[] key(Span span, Instant start, String claimId) {
            return "%s|%012d|%s"
                    .formatted(span.letter(), start.getEpochSecond(), claimId)
                    .getBytes(UTF_8);
        }

        private RocksDB open() {
            try {
                return RocksDB.open(options, folder.toString());
            } catch (RocksDBException e) {
                throw new IllegalStateException(e);
            }
        }

        @TearDown
        public void close() throws IOException {
            db.close();
            options.close();
            Folders.delete(folder);
        }
    }

    /** A range column with a GiST index, asked over a connection on the same machine. */
    @State(Scope.Benchmark)
    public static class Gist {
        private static final String FOUND = "select count(*) from claim where slot && tstzrange(?, ?)";
        private final EmbeddedPostgres server = started();
        private final Connection connection = connected();

        @Setup
        public void fill(OverlapClaims claims) throws SQLException {
            try (Statement ddl = connection.createStatement()) {
                ddl.execute("create table claim (id text, slot tstzrange)");
                try (PreparedStatement insert =
                        connection.prepareStatement("insert into claim values (?, tstzrange(?, ?))")) {
                    for (LaneEntry entry : claims.entries) {
                        insert.setString(1, entry.claimId());
                        bind(insert, 2, entry.slot());
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                ddl.execute("create index on claim using gist (slot)");
                ddl.execute("analyze claim");
            }
        }

        int overlapping(TimeSlot slot) throws SQLException {
            try (PreparedStatement query = connection.prepareStatement(FOUND)) {
                bind(query, 1, slot);
                try (ResultSet found = query.executeQuery()) {
                    found.next();
                    return found.getInt(1);
                }
            }
        }

        private static void bind(PreparedStatement statement, int from, TimeSlot slot) throws SQLException {
            statement.setObject(from, slot.start().atOffset(ZoneOffset.UTC));
            statement.setObject(from + 1, slot.end().atOffset(ZoneOffset.UTC));
        }

        private static EmbeddedPostgres started() {
            try {
                return EmbeddedPostgres.builder().start();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private Connection connected() {
            try {
                return server.getPostgresDatabase().getConnection();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @TearDown
        public void close() throws IOException, SQLException {
            connection.close();
            server.close();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("almanac-overlaps");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
