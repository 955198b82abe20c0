package dev.almanac.query.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.query.views.Delivered;
import dev.almanac.testing.Examples;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SubscriberTest {
    private static final ChangeMetadata METADATA =
            new ChangeMetadata("c1", "/command-service", Instant.EPOCH, 0, 1, "ana", "request", "cause");
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void whoever_is_let_go_hears_what_waits_and_is_told_why_it_ends() {
        Subscriber listener = new Subscriber();
        Delivered change = new Delivered("topic", 0, 7, Recorded.of(Examples.calendar("hall", "Hall"), METADATA));
        assertThat(listener.offer(change)).isTrue();

        listener.letGo();

        assertThat(listener.changes().collectList().block(PATIENCE)).containsExactly(change);
        assertThat(listener.wasLetGo()).isTrue();
        assertThat(listener.hasOverflowed()).isFalse();
        assertThat(listener.offer(change)).isFalse();
    }
}
