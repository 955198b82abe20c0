package dev.almanac.terminal.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.terminal.board.Link;
import dev.almanac.terminal.board.Message;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class LatestTest {
    private final BlockingQueue<String> done = new LinkedBlockingQueue<>();

    @Test
    void of_what_is_wanted_while_something_is_done_only_the_last_is_done() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Latest<String> latest = Latest.of(Duration.ZERO, wanted -> {
            begun.countDown();
            return await(goOn) && !done.add(wanted);
        });

        latest.want("first");
        begun.await();
        latest.want("second");
        latest.want("third");
        goOn.countDown();

        assertThat(next()).isEqualTo("first");
        assertThat(next()).isEqualTo("third");
        assertThat(done.poll(100, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void what_comes_together_is_one() throws InterruptedException {
        Latest<String> latest = Latest.of(Duration.ofMillis(200), wanted -> !done.add(wanted));

        latest.want("1");
        latest.want("12");
        latest.want("123");

        assertThat(next()).isEqualTo("123");
        assertThat(done.poll(400, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void what_failed_is_tried_again_until_something_else_is_wanted() throws InterruptedException {
        Latest<String> latest = Latest.of(Duration.ZERO, wanted -> done.add(wanted) && wanted.equals("offline"));

        latest.want("offline");
        assertThat(next()).isEqualTo("offline");
        assertThat(next()).isEqualTo("offline");
        latest.want("online");
        while (!next().equals("online")) {
            // It was tried once more meanwhile.
        }
    }

    @Test
    void of_many_changes_one_stands_for_all() throws InterruptedException {
        Inbox inbox = new Inbox();
        for (int change = 0; change < 10_000; change++) {
            inbox.put(new Message.Changed());
        }
        inbox.put(new Message.LinkIs(Link.LIVE));

        List<Message> taken = inbox.take(Duration.ofSeconds(1));
        assertThat(taken).containsExactly(new Message.Changed(), new Message.LinkIs(Link.LIVE));
        inbox.put(new Message.Changed());
        assertThat(inbox.take(Duration.ofSeconds(1))).hasSize(1);
        assertThat(inbox.take(Duration.ofMillis(1))).isEmpty();
    }

    private String next() throws InterruptedException {
        String next = done.poll(10, TimeUnit.SECONDS);
        return next == null ? "nothing" : next;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
