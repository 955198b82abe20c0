package dev.almanac.query.store;

import dev.almanac.events.recurrence.Recurrence;
import dev.almanac.events.wire.ChangeJson;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A recurrence in a document is the text of its published JSON: nobody queries inside it. */
final class RecurrenceCodec implements Codec<Recurrence> {

    @Override
    public void encode(BsonWriter writer, Recurrence recurrence, EncoderContext context) {
        writer.writeString(ChangeJson.mapper().writeValueAsString(recurrence));
    }

    @Override
    public Recurrence decode(BsonReader reader, DecoderContext context) {
        return ChangeJson.mapper().readValue(reader.readString(), Recurrence.class);
    }

    @Override
    public Class<Recurrence> getEncoderClass() {
        return Recurrence.class;
    }
}
