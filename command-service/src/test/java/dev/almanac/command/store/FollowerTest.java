package dev.almanac.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowerTest {
    private final AtomicInteger looks = new AtomicInteger();
    private final Semaphore appended = new Semaphore(0);
    private final InMemoryEventStorageEngine store = new InMemoryEventStorageEngine();
    private final Follower follower = new Follower(this::after, null, appended);

    private List<? extends TrackedEventMessage<?>> after(@Nullable TrackingToken token) {
        looks.incrementAndGet();
        return store.readEvents(token, false).toList();
    }

    @Test
    void it_hands_out_each_change_once_and_in_order() throws Exception {
        append(0, 3);
        assertThat(payloads(3)).containsExactly(0, 1, 2);
        append(3, 5);
        assertThat(payloads(2)).containsExactly(3, 4);
        assertThat(follower.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void it_begins_after_the_token_that_it_is_given() throws Exception {
        append(0, 3);
        TrackingToken second = store.readEvents(null, false).toList().get(1).trackingToken();
        assertThat(new Follower(this::after, second, appended).nextAvailable().getPayload())
                .isEqualTo(2);
    }

    @Test
    void a_mere_glance_does_not_ask_the_store_anew() throws Exception {
        append(0, 1);
        assertThat(follower.peek()).isEmpty();
        assertThat(looks).hasValue(0);
        assertThat(follower.hasNextAvailable(1, TimeUnit.SECONDS)).isTrue();
        assertThat(follower.peek()).isPresent();
        assertThat(payloads(1)).containsExactly(0);
        append(1, 2);
        assertThat(follower.peek()).isEmpty();
        assertThat(looks).hasValue(1);
    }

    @Test
    void it_looks_again_when_something_was_appended_and_from_time_to_time_when_nobody_told() throws Exception {
        append(0, 1);
        appended.release();
        assertThat(payloads(1)).containsExactly(0);
        append(1, 2);
        assertThat(follower.hasNextAvailable(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_more_was_found_the_longer_is_the_rest_but_what_lags_behind_has_none() {
        assertThat(Follower.restAfter(1)).hasMillis(10);
        assertThat(Follower.restAfter(8)).hasMillis(16);
        assertThat(Follower.restAfter(99)).hasMillis(30);
        assertThat(Follower.restAfter(PositionedStorageEngine.PART)).isZero();
    }

    private void append(int from, int to) {
        List<EventMessage<?>> events = new ArrayList<>();
        for (int i = from; i < to; i++) {
            events.add(new GenericDomainEventMessage<>("Number", "numbers", i, i));
        }
        store.appendEvents(events);
    }

    private List<Object> payloads(int count) throws InterruptedException {
        List<Object> payloads = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            payloads.add(follower.nextAvailable().getPayload());
        }
        return payloads;
    }
}
