package dev.almanac.command.http;

import java.io.ByteArrayOutputStream;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import reactor.core.publisher.Mono;

/** Whole bodies in memory: no more than an endpoint takes, and the network's buffers are given back piece by piece. */
public final class Bodies {
    private Bodies() {}

    /** Empty for no body. What is announced as too large is not waited for. */
    public static Mono<byte[]> read(ServerHttpRequest request, int bytesMax) {
        return request.getHeaders().getContentLength() > bytesMax
                ? Mono.error(tooLarge(bytesMax))
                : Mono.defer(() -> collected(request, bytesMax));
    }

    private static Mono<byte[]> collected(ServerHttpRequest request, int bytesMax) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return request.getBody()
                .doOnNext(piece -> append(piece, bytes, bytesMax))
                .then(Mono.fromSupplier(bytes::toByteArray));
    }

    private static void append(DataBuffer piece, ByteArrayOutputStream bytes, int bytesMax) {
        try {
            if (bytes.size() + piece.readableByteCount() > bytesMax) {
                throw tooLarge(bytesMax);
            }
            byte[] read = new byte[piece.readableByteCount()];
            piece.read(read);
            bytes.writeBytes(read);
        } finally {
            DataBufferUtils.release(piece);
        }
    }

    private static DataBufferLimitException tooLarge(int bytesMax) {
        return new DataBufferLimitException("A body of more than " + bytesMax + " bytes");
    }
}
