package dev.almanac.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/**
 * Documents in the file as they come over the wire. The library has Java serialize them, and spends nine tenths of its time on
 * that. What it has written is read as well.
 */
final class BsonValues extends BasicDataType<Document> {
    /** None of the numbers with which the library's values begin. */
    private static final byte OURS = 127;
    /** What a document takes in memory is so many times its length in the file, roughly. */
    private static final int IN_MEMORY = 6;
    /** So much weight the last document has in the average. */
    private static final int WEIGHT = 16;

    private final ObjectDataType before = new ObjectDataType();
    private final AtomicInteger averageLength = new AtomicInteger(600);

    /** It decides how many documents are kept in memory: to count each would take longer than to read it. */
    @Override
    public int getMemory(Document document) {
        return averageLength.get() * IN_MEMORY;
    }

    @Override
    public void write(WriteBuffer file, Document document) {
        ByteBuf bson = Unpooled.buffer(averageLength.get() * 2);
        BsonEncoder.encodeDocument(document, bson);
        note(bson.readableBytes());
        file.put(OURS).put(bson.array(), bson.arrayOffset(), bson.readableBytes());
    }

    @Override
    public Document read(ByteBuffer file) {
        if (file.get(file.position()) != OURS) {
            return (Document) before.read(file);
        }
        ByteBuf bson = Unpooled.wrappedBuffer(file.position(file.position() + 1).slice());
        Document document = BsonDecoder.decodeBson(bson);
        note(bson.readerIndex());
        file.position(file.position() + bson.readerIndex());
        return document;
    }

    private void note(int length) {
        averageLength.updateAndGet(average -> average + (length - average) / WEIGHT);
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
