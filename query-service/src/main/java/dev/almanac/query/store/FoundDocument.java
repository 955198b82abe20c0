package dev.almanac.query.store;

import dev.almanac.query.views.Stored;
import java.util.List;
import org.bson.BsonDocument;

/** A document as it lies in the store, also one that cannot be read any more. */
public final class FoundDocument<V> {
    private final BsonDocument document;
    private final ViewCodec<V> codec;

    FoundDocument(BsonDocument document, ViewCodec<V> codec) {
        this.document = document;
        this.codec = codec;
    }

    public String id() {
        return document.getString("_id").getValue();
    }

    /** The fields that say something else than they should; none where the document is as expected. */
    public List<String> differences(Stored<V> expected) {
        return FieldDifferences.between(codec.encode(expected), document);
    }
}
