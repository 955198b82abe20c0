package dev.almanac.local.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that finds a document by its id also when more than its id is asked for. The library's own goes through the
 * whole collection then, which a projector's guarded write does once for each document.
 */
final class ById extends H2Backend {

    ById(String file) {
        super(file);
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

        /** The maps' names are the library's. */
        @Override
        protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
            String full = getFullCollectionNamespace(name);
            MVMap<Object, Document> documents = store.openMap("databases." + full);
            MVMap<String, Object> about = store.openMap("meta." + full);
            return new Collection(this, name, options, documents, about, cursorRegistry);
        }
    }

    private static final class Collection extends H2Collection {

        Collection(
                MongoDatabase database,
                String name,
                CollectionOptions options,
                MVMap<Object, Document> documents,
                MVMap<String, Object> about,
                CursorRegistry cursors) {
            super(database, name, options, documents, about, cursors);
        }

        @Override
        protected QueryResult matchDocuments(
                Document query,
                @Nullable Document order,
                int skipped,
                int limit,
                int batch,
                @Nullable Document fields) {
            return query.get("_id") instanceof String id
                    ? matchDocuments(query, positions(id), order, skipped, limit, batch, fields)
                    : super.matchDocuments(query, order, skipped, limit, batch, fields);
        }

        /** A document's position is its id. */
        private List<Object> positions(String id) {
            return getDocument(id) == null ? List.of() : List.of(id);
        }
    }
}
