package dev.almanac.query.store;

import dev.almanac.events.wire.ChangeJson;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** Some values, such as recurrences, are in documents as the text of their published JSON: nobody queries inside them. */
record JsonTextCodec<T>(Class<T> type) implements Codec<T> {

    @Override
    public void encode(BsonWriter writer, T value, EncoderContext context) {
        writer.writeString(ChangeJson.mapper().writeValueAsString(value));
    }

    @Override
    public T decode(BsonReader reader, DecoderContext context) {
        return ChangeJson.mapper().readValue(reader.readString(), type);
    }

    @Override
    public Class<T> getEncoderClass() {
        return type;
    }
}
