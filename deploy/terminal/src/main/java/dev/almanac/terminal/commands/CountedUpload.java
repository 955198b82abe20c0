package dev.almanac.terminal.commands;

import dev.almanac.terminal.console.Progress;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.IntStream;

/** A file that is sent in pieces, so that it can be told how far it is. */
final class CountedUpload {
    private static final int PIECE = 16 * 1024;

    private final byte[] file;
    private final Progress progress;

    CountedUpload(byte[] file, Progress progress) {
        this.file = file;
        this.progress = progress;
    }

    BodyPublisher publisher() {
        return BodyPublishers.fromPublisher(BodyPublishers.ofByteArrays(this::pieces), file.length);
    }

    /** From the beginning again each time: what is sent again is read again. */
    private Iterator<byte[]> pieces() {
        progress.restart();
        return IntStream.iterate(0, start -> start < file.length, start -> start + PIECE)
                .mapToObj(this::piece)
                .iterator();
    }

    private byte[] piece(int start) {
        byte[] piece = Arrays.copyOfRange(file, start, Math.min(file.length, start + PIECE));
        progress.advance(piece.length);
        return piece;
    }
}
