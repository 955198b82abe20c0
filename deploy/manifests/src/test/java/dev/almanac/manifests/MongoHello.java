package dev.almanac.manifests;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The first question of a client in MongoDB's protocol. */
final class MongoHello {
    private static final int REQUEST = 4711;
    private static final int OP_MSG = 2013;
    private static final int HEADER_BYTES = 16;
    private static final int TIMEOUT_MILLIS = 5000;

    private MongoHello() {}

    /** Whether what comes back is an answer to it. */
    static boolean isAnswered(Socket socket) throws IOException {
        socket.setSoTimeout(TIMEOUT_MILLIS);
        socket.getOutputStream().write(question());
        byte[] header = socket.getInputStream().readNBytes(HEADER_BYTES);
        return header.length == HEADER_BYTES
                && ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getInt(8) == REQUEST;
    }

    private static byte[] question() {
        ByteBuffer document =
                ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putInt(0);
        document.put("\u0010hello\0".getBytes(US_ASCII)).putInt(1);
        document.put("\u0002$db\0".getBytes(US_ASCII)).putInt(6).put("admin\0\0".getBytes(US_ASCII));
        document.putInt(0, document.position()).flip();
        ByteBuffer message = ByteBuffer.allocate(128).order(ByteOrder.LITTLE_ENDIAN);
        message.putInt(0).putInt(REQUEST).putInt(0).putInt(OP_MSG);
        message.putInt(0).put((byte) 0).put(document);
        message.putInt(0, message.position()).flip();
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        return bytes;
    }
}
