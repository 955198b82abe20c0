package dev.almanac.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that looks for documents where an id or an index leads to them, and reads them quickly. The library's own goes through the
 * whole collection unless nothing but an id is asked for: it takes note of indexes that are not unique, and keeps none.
 */
final class Indexed extends H2Backend {
    /** Of documents as they are read from the file, in megabytes: the library's 16 hold some thousands. */
    private static final int CACHE_MEGABYTES = 64;

    /** A document that is written again leaves its former self behind, for so long. The library's 45 s make a file of many times its contents. */
    private static final int FORMER_KEPT_MILLIS = 2_000;

    /** What a start may take to make the file smaller, and the stop of a very large one; what is left is left to the next. */
    private static final int COMPACTING_MILLIS = 3_000;

    /** Whatever it takes: all that is there is written once. */
    private static final int WHOLE = -1;

    /** Below, it is not worth the while. */
    private static final long LARGE_BYTES = 32L << 20;

    /** Up to here a stop writes all of it within some seconds. */
    private static final long WHOLE_BYTES_MAX = 512L << 20;

    Indexed(String file) {
        super(file);
        getMvStore().setCacheSize(CACHE_MEGABYTES);
        getMvStore().setRetentionTime(FORMER_KEPT_MILLIS);
        // Whoever was killed had no time for it.
        if (bytes() > LARGE_BYTES) {
            getMvStore().compactFile(COMPACTING_MILLIS);
        }
    }

    private long bytes() {
        return getMvStore().getFileStore().size();
    }

    @Override
    public void close() {
        getMvStore().close(bytes() > WHOLE_BYTES_MAX ? COMPACTING_MILLIS : WHOLE);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new Database(name, getMvStore(), getCursorRegistry());
    }

    private static final class Database extends H2Database {
        private final MVStore store;

        Database(String name, MVStore store, CursorRegistry cursors) {
            this.store = store; // needed already by the constructor above, which opens collections
            super(name, store, cursors);
        }

        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            MVMap<String, Object> about = store.openMap("meta." + getFullCollectionNamespace(name));
            return new Indexable(this, name, options, store, documents(name), about, cursorRegistry);
        }

        /** The maps' names are the library's. */
        private MVMap<Object, Document> documents(String collection) {
            return store.openMap(
                    "databases." + getFullCollectionNamespace(collection),
                    new MVMap.Builder<Object, Document>().valueType(new BsonValues()));
        }

        @Override
        protected Index<Object> openOrCreateUniqueIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            return keys.size() == 1 && keys.getFirst().getKey().equals("_id")
                    ? new IdIndex(name, keys, documents(collection))
                    : super.openOrCreateUniqueIndex(collection, name, keys, sparse);
        }

        @Override
        protected Index<Object> openOrCreateSecondaryIndex(
                String collection, String name, List<IndexKey> keys, boolean sparse) {
            return new FieldIndex(name, keys);
        }
    }

    private static final class Indexable extends H2Collection {
        private final MVStore store;

        Indexable(
                MongoDatabase database,
                String name,
                CollectionOptions options,
                MVStore store,
                MVMap<Object, Document> documents,
                MVMap<String, Object> about,
                CursorRegistry cursors) {
            super(database, name, options, documents, about, cursors);
            this.store = store;
        }

        /** Former selves of documents stay for as long as somebody reads through all of them, which may take longer than they are kept. */
        @Override
        protected QueryResult queryDocuments(
                Document query,
                @Nullable Document order,
                int skipped,
                int limit,
                int batch,
                @Nullable Document fields) {
            MVStore.TxCounter reading = store.registerVersionUsage();
            try {
                return Candidates.of(query, this::candidates)
                        .map(found -> matchDocuments(query, found.positions(), order, skipped, limit, batch, fields))
                        .orElseGet(() -> super.queryDocuments(query, order, skipped, limit, batch, fields));
            } finally {
                store.deregisterVersionUsage(reading);
            }
        }

        private Optional<Candidates> candidates(String field, Object condition, boolean alsoRanges) {
            return field.equals("_id")
                    ? byId(condition)
                    : getIndexes().stream()
                            .filter(FieldIndex.class::isInstance)
                            .map(FieldIndex.class::cast)
                            .filter(index -> index.isOf(field))
                            .findFirst()
                            .flatMap(index -> index.candidates(condition, alsoRanges));
        }

        /** A document's position is its id. */
        private Optional<Candidates> byId(Object condition) {
            return Candidates.wanted(condition)
                    .filter(ids -> ids.stream().allMatch(String.class::isInstance))
                    .map(ids -> Candidates.among(List.of(
                            ids.stream().filter(id -> getDocument(id) != null).collect(Collectors.toSet()))));
        }
    }
}
