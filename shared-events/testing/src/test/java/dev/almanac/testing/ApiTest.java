package dev.almanac.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

class ApiTest {
    private static final String BEHIND = "{\"type\":\"urn:scheduling:problem:view-behind\"}";
    private static final String AWAY = "{\"type\":\"urn:scheduling:problem:unavailable\"}";
    private static final String READ = "{\"name\":\"Hall\"}";

    private final Queue<String> answers = new ArrayDeque<>();
    private final DisposableServer server = HttpServer.create()
            .host("localhost")
            .port(0)
            .handle((request, response) -> {
                String answer = answers.remove();
                return response.status(answer.equals(READ) ? 200 : 503)
                        .header("Retry-After", "0")
                        .header("Content-Type", "application/json")
                        .sendString(Mono.just(answer));
            })
            .bindNow();
    private final Api api = new Api(server.port(), null);

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void a_read_of_what_was_written_is_sent_again_while_the_views_are_behind() {
        answer(BEHIND, BEHIND, READ);
        assertThat(api.map("/calendars/hall", 7L)).containsEntry("name", "Hall");
        assertThat(answers).isEmpty();
    }

    @Test
    void it_is_not_sent_again_for_ever() {
        answers.addAll(Collections.nCopies(50, BEHIND));
        api.request("/calendars/hall", 7L)
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .json(BEHIND);
        assertThat(answers).hasSize(34);
    }

    @Test
    void nothing_is_sent_again_where_one_answer_is_asked_for_or_nothing_is_waited_for_or_something_else_is_wrong() {
        answer(BEHIND, BEHIND, AWAY);
        api.once().request("/calendars/hall", 7L).expectStatus().isEqualTo(503);
        api.request("/calendars/hall", null).expectStatus().isEqualTo(503);
        api.request("/calendars/hall", 7L)
                .expectStatus()
                .isEqualTo(503)
                .expectBody()
                .json(AWAY);
        assertThat(answers).isEmpty();
    }

    private void answer(String... one) {
        answers.addAll(List.of(one));
    }
}
