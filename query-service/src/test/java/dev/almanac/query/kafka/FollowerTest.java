package dev.almanac.query.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final CountDownLatch never = new CountDownLatch(1);
    private final CountDownLatch followed = new CountDownLatch(1);
    private final AtomicBoolean ended = new AtomicBoolean();

    @Test
    void who_looks_whether_it_goes_on_ends_without_being_interrupted() throws Exception {
        stop(new Following() {
            @Override
            protected void follow(BooleanSupplier goesOn) throws InterruptedException {
                followed.countDown();
                while (goesOn.getAsBoolean()) {
                    rest(Duration.ofMillis(50));
                }
            }
        });
        assertThat(interrupted).isFalse();
    }

    @Test
    void who_does_not_look_is_interrupted() throws Exception {
        stop(new Following() {
            @Override
            protected void follow(BooleanSupplier goesOn) throws InterruptedException {
                followed.countDown();
                rest(Duration.ofHours(1));
            }
        });
        assertThat(interrupted).isTrue();
    }

    private void stop(Following follower) throws InterruptedException {
        follower.start();
        followed.await();
        follower.stop(() -> ended.set(true));
        assertThat(follower.isRunning()).isFalse();
        await().atMost(Duration.ofSeconds(20)).untilTrue(ended);
    }

    private abstract class Following extends Follower {
        Following() {
            super("under-test");
        }

        void rest(Duration time) throws InterruptedException {
            try {
                boolean _ = never.await(time.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException told) {
                interrupted.set(true);
                throw told;
            }
        }
    }
}
