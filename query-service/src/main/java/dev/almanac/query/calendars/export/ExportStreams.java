package dev.almanac.query.calendars.export;

import dev.almanac.web.Rejected;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Files that are sent while they are written: few at once, and none to a client that takes nothing any more. */
@Component
class ExportStreams {
    private static final int CHUNK = 32 * 1024;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Executor THREADS =
            command -> Thread.ofPlatform().name("export").daemon().start(command);
    private final Semaphore turns;
    private final ExportProperties properties;

    ExportStreams(ExportProperties properties) {
        this.properties = properties;
        this.turns = new Semaphore(properties.max());
    }

    /** Writes a file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** A turn is given back when the file is written or will not be: not before its thread has ended. */
    Flux<DataBuffer> of(Content content) {
        return Flux.defer(() -> {
            if (!turns.tryAcquire()) {
                return Flux.error(Rejected.tooBusy("at most " + properties.max() + " exports at once", RETRY_AFTER));
            }
            Turn turn = new Turn();
            return Flux.from(DataBufferUtils.outputStreamPublisher(
                            out -> write(content, out), DefaultDataBufferFactory.sharedInstance, turn::run, CHUNK))
                    .timeout(properties.stalledAfter())
                    .doFinally(_ -> turn.end());
        });
    }

    /** Held by the thread that writes, if there ever is one. */
    private final class Turn {
        private boolean isTaken = true;
        private boolean isWriting;

        synchronized void run(Runnable writing) {
            isWriting = true;
            THREADS.execute(() -> {
                try {
                    writing.run();
                } finally {
                    written();
                }
            });
        }

        private synchronized void written() {
            isWriting = false;
            end();
        }

        synchronized void end() {
            if (isTaken && !isWriting) {
                isTaken = false;
                turns.release();
            }
        }
    }

    private static void write(Content content, OutputStream out) {
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
