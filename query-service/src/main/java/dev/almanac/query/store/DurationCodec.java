package dev.almanac.query.store;

import java.time.Duration;
import org.bson.BsonReader;
import org.bson.BsonWriter;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;

/** A duration in a document is its ISO 8601 text, as it is published. */
final class DurationCodec implements Codec<Duration> {

    @Override
    public void encode(BsonWriter writer, Duration duration, EncoderContext context) {
        writer.writeString(duration.toString());
    }

    @Override
    public Duration decode(BsonReader reader, DecoderContext context) {
        return Duration.parse(reader.readString());
    }

    @Override
    public Class<Duration> getEncoderClass() {
        return Duration.class;
    }
}
