package dev.almanac.query.calendars.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.web.Rejected;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.core.io.buffer.DataBuffer;
import reactor.core.publisher.BaseSubscriber;

class ExportStreamsTest {
    private static final byte[] PART = new byte[1024];

    @Test
    void a_file_is_sent_while_it_is_written_and_not_ahead_of_its_reader() throws InterruptedException {
        ExportStreams streams = streams(1, Duration.ofMinutes(1));
        AtomicLong written = new AtomicLong();
        CountDownLatch first = new CountDownLatch(1);
        BaseSubscriber<DataBuffer> reader = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                request(1);
            }

            @Override
            protected void hookOnNext(DataBuffer part) {
                first.countDown();
            }
        };
        streams.of(out -> {
                    for (int i = 0; i < 10_000; i++) {
                        out.write(PART);
                        written.addAndGet(PART.length);
                    }
                })
                .subscribe(reader);

        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(written.get()).isLessThan(1_000_000);
        reader.cancel();
    }

    @Test
    void more_at_once_than_allowed_are_asked_to_come_again() {
        ExportStreams streams = streams(1, Duration.ofMinutes(1));
        CountDownLatch end = new CountDownLatch(1);
        var busy = streams.of(out -> await(end)).subscribe();

        assertThatThrownBy(() -> streams.of(out -> out.write(PART)).blockLast())
                .isInstanceOf(Rejected.class)
                .hasMessageContaining("at most 1 exports at once");

        busy.dispose();
        assertThatThrownBy(() -> streams.of(out -> out.write(PART)).blockLast()).isInstanceOf(Rejected.class);
        end.countDown();
        awaitTurn(streams);
    }

    @Test
    void a_file_that_comes_to_a_halt_is_given_up_and_gives_its_turn_back() {
        ExportStreams streams = streams(1, Duration.ofMillis(500));
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> streams.of(out -> await(never)).blockLast()).hasMessageContaining("500ms");
        never.countDown();

        awaitTurn(streams);
    }

    @Test
    void what_fails_while_it_is_written_fails_the_stream() {
        assertThatThrownBy(() -> streams(1, Duration.ofMinutes(1))
                        .of(_ -> {
                            throw new IOException("disk");
                        })
                        .blockLast())
                .hasRootCauseMessage("disk");
    }

    private static void awaitTurn(ExportStreams streams) {
        Awaitility.await()
                .ignoreExceptionsInstanceOf(Rejected.class)
                .untilAsserted(() -> assertThat(
                                streams.of(out -> out.write(PART)).collectList().block())
                        .hasSize(1));
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExportStreams streams(int max, Duration stalledAfter) {
        return new ExportStreams(new ExportProperties(max, stalledAfter, List.of()));
    }
}
