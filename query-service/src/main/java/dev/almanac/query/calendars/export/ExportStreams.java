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

    Flux<DataBuffer> of(Content content) {
        return Flux.using(this::turn, _ -> written(content), Semaphore::release);
    }

    private Semaphore turn() {
        if (!turns.tryAcquire()) {
            throw Rejected.tooBusy("at most " + properties.max() + " exports at once", RETRY_AFTER);
        }
        return turns;
    }

    private Flux<DataBuffer> written(Content content) {
        return Flux.from(DataBufferUtils.outputStreamPublisher(
                        out -> write(content, out), DefaultDataBufferFactory.sharedInstance, THREADS, CHUNK))
                .timeout(properties.stalledAfter());
    }

    private static void write(Content content, OutputStream out) {
        try {
            content.writeTo(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
