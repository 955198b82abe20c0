package dev.almanac.query.read.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class AbandonableTest {

    @Test
    void what_somebody_asked_for_ends_at_its_next_step_once_they_have_left() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        CompletableFuture<Throwable> ended = new CompletableFuture<>();
        Disposable asking = Abandonable.compute(() -> endless(atWork, ended)).subscribe();
        assertThat(atWork.await(10, TimeUnit.SECONDS)).isTrue();

        asking.dispose();

        assertThat(ended.get(10, TimeUnit.SECONDS)).hasMessageContaining("has gone");
    }

    private static boolean endless(CountDownLatch atWork, CompletableFuture<Throwable> ended) {
        while (true) {
            try {
                Abandonable.goOn();
            } catch (RuntimeException end) {
                ended.complete(end);
                return true;
            }
            atWork.countDown();
        }
    }
}
