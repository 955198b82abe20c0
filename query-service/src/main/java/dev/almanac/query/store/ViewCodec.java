package dev.almanac.query.store;

import com.mongodb.MongoClientSettings;
import dev.almanac.events.Draft;
import dev.almanac.query.views.Stored;
import dev.almanac.recurrence.Recurrence;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistries;
import org.bson.codecs.configuration.CodecRegistry;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Documents as {@code {_id, offset, position, view, draft}}. */
record ViewCodec<V>(Codec<V> views) {
    private static final CodecRegistry REGISTRY = CodecRegistries.fromRegistries(
            CodecRegistries.fromCodecs(
                    new JsonTextCodec<>(Recurrence.class), new JsonTextCodec<>(JsonNode.class), new DurationCodec()),
            MongoClientSettings.getDefaultCodecRegistry());

    static <V> ViewCodec<V> of(Class<V> viewType) {
        return new ViewCodec<>(REGISTRY.get(viewType));
    }

    BsonDocument encode(Stored<V> stored) {
        BsonDocument document = new BsonDocument("_id", new BsonString(stored.id()))
                .append("offset", new BsonInt64(stored.offset()))
                .append("position", new BsonInt64(stored.position()));
        V view = stored.view();
        if (view != null) {
            document.append("view", written(view));
        }
        Draft<V> draft = stored.draft();
        return draft == null ? document : document.append("draft", written(draft));
    }

    private BsonDocument written(Draft<V> draft) {
        BsonDocument document = new BsonDocument("republication", new BsonString(draft.republication()))
                .append("number", new BsonInt64(draft.number()));
        V view = draft.made();
        return view == null ? document : document.append("view", written(view));
    }

    Stored<V> decode(BsonDocument document) {
        return new Stored<>(
                document.getString("_id").getValue(),
                document.getNumber("offset").longValue(),
                document.getNumber("position").longValue(),
                read(document.get("view")),
                draft(document.get("draft")));
    }

    private @Nullable Draft<V> draft(@Nullable BsonValue value) {
        if (value == null) {
            return null;
        }
        BsonDocument draft = value.asDocument();
        return new Draft<>(
                draft.getString("republication").getValue(),
                draft.getNumber("number").longValue(),
                read(draft.get("view")));
    }

    private BsonDocument written(V view) {
        BsonDocument document = new BsonDocument();
        views.encode(
                new BsonDocumentWriter(document), view, EncoderContext.builder().build());
        return document;
    }

    private @Nullable V read(@Nullable BsonValue view) {
        return view == null
                ? null
                : views.decode(
                        new BsonDocumentReader(view.asDocument()),
                        DecoderContext.builder().build());
    }
}
