package dev.almanac.terminal.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.terminal.Loopback;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveChangesTest {
    private static final String STREAM = "/api/v1/stream/changes";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-12-06T10:00:00Z"), ZoneOffset.UTC);

    private final Loopback server = new Loopback();
    private final Api api = new Api(new Connection(server.uri(), () -> "secret", CLOCK));
    private final List<LiveMessage> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_stream_that_ends_is_opened_again_where_it_was_and_a_gap_is_said() {
        server.answers(STREAM, 200, "text/event-stream", Map.of(), """
                        : heartbeat

                        id: 5
                        event: change
                        data: {"type":"EventRescheduled.v1",
                        data:  "subject":"7","actor":"ana","time":"2026-12-06T10:00:00Z","position":41}

                        """)
                .answers(STREAM, 200, "text/event-stream", Map.of(), "event: reset\ndata: {}\n\n");

        until(5);

        assertThat(heard.get(0)).isEqualTo(new LiveMessage.Opened(false));
        assertThat(heard.get(1)).isInstanceOfSatisfying(LiveMessage.Changed.class, changed -> {
            assertThat(changed.type()).isEqualTo("EventRescheduled.v1");
            assertThat(changed.position()).isEqualTo(41);
        });
        assertThat(heard.get(2)).isInstanceOf(LiveMessage.Lost.class);
        assertThat(heard.get(3)).isEqualTo(new LiveMessage.Opened(true));
        assertThat(heard.get(4)).isEqualTo(new LiveMessage.Gap());
        assertThat(server.last().header("Last-Event-ID")).isEqualTo("5");
    }

    @Test
    void without_a_right_it_is_not_tried_again() {
        server.answers(
                STREAM, 401, "{\"type\":\"urn:scheduling:problem:unauthenticated\",\"title\":\"Not signed in\"}");

        assertThatThrownBy(() -> api.changes(null).follow(heard::add)).isInstanceOf(ProblemException.class);
        assertThat(heard).isEmpty();
    }

    private void until(int messages) {
        assertThatThrownBy(() -> api.changes(null).follow(message -> {
                    heard.add(message);
                    if (heard.size() == messages) {
                        Thread.currentThread().interrupt();
                    }
                }))
                .isInstanceOf(InterruptedException.class);
    }
}
