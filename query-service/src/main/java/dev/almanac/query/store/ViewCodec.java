package dev.almanac.query.store;

import com.mongodb.MongoClientSettings;
import dev.almanac.events.Draft;
import dev.almanac.events.subscription.NotificationPreferences;
import dev.almanac.query.views.Stored;
import dev.almanac.recurrence.Recurrence;
import java.util.Objects;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonReader;
import org.bson.BsonString;
import org.bson.BsonType;
import org.bson.RawBsonDocument;
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
                    new JsonTextCodec<>(Recurrence.class),
                    new JsonTextCodec<>(JsonNode.class),
                    new JsonTextCodec<>(NotificationPreferences.class),
                    new DurationCodec()),
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

    /** From the bytes as they came, where they are there: a tree of values between them and the view takes longer than both. */
    Stored<V> decode(BsonDocument document) {
        return document instanceof RawBsonDocument bytes
                ? bytes.decode(this::stored)
                : stored(
                        new BsonDocumentReader(document),
                        DecoderContext.builder().build());
    }

    private Stored<V> stored(BsonReader reader, DecoderContext context) {
        Fields<V> read = fields(reader, context);
        return new Stored<>(Objects.requireNonNull(read.id), read.offset, read.position, read.view, read.draft);
    }

    /** What was read so far of a document; fields that nobody knows are passed over. */
    private static final class Fields<V> {
        private @Nullable String id;
        private @Nullable String republication;
        private long offset;
        private long position;
        private long number;
        private @Nullable V view;
        private @Nullable Draft<V> draft;
    }

    private Fields<V> fields(BsonReader reader, DecoderContext context) {
        Fields<V> read = new Fields<>();
        reader.readStartDocument();
        while (reader.readBsonType() != BsonType.END_OF_DOCUMENT) {
            switch (reader.readName()) {
                case "_id" -> read.id = reader.readString();
                case "offset" -> read.offset = number(reader);
                case "position" -> read.position = number(reader);
                case "view" -> read.view = views.decode(reader, context);
                case "draft" -> read.draft = draft(fields(reader, context));
                case "republication" -> read.republication = reader.readString();
                case "number" -> read.number = number(reader);
                default -> reader.skipValue();
            }
        }
        reader.readEndDocument();
        return read;
    }

    private static <V> Draft<V> draft(Fields<V> read) {
        return new Draft<>(Objects.requireNonNull(read.republication), read.number, read.view);
    }

    private static long number(BsonReader reader) {
        return switch (reader.getCurrentBsonType()) {
            case INT32 -> reader.readInt32();
            case DOUBLE -> (long) reader.readDouble();
            default -> reader.readInt64();
        };
    }

    private BsonDocument written(V view) {
        BsonDocument document = new BsonDocument();
        views.encode(
                new BsonDocumentWriter(document), view, EncoderContext.builder().build());
        return document;
    }
}
