package dev.almanac.query.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.query.store.Outbox.Message;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    private static Message message(String subject, long order, int dueInSeconds) {
        return new Message(
                subject + order,
                "webhook:1",
                "T",
                subject,
                order,
                NOW.minusSeconds(60),
                NOW.plusSeconds(dueInSeconds),
                0,
                "{}",
                null);
    }

    private static List<String> ids(List<Message> messages) {
        return messages.stream().map(Message::id).toList();
    }

    @Test
    void what_is_due_is_tried_in_the_order_of_each_subject() {
        Turn turn = Turn.of(List.of(message("a", 2, -1), message("b", 1, -1), message("a", 1, 0)), NOW, 10);
        assertThat(ids(turn.tried())).containsSubsequence("a1", "a2").contains("b1");
        assertThat(turn.postponed()).isEmpty();
    }

    @Test
    void nothing_overtakes_one_of_its_subject_that_has_to_wait() {
        Turn turn = Turn.of(List.of(message("a", 1, 30), message("a", 2, -1), message("b", 1, -1)), NOW, 10);
        assertThat(ids(turn.tried())).containsExactly("b1");
        assertThat(turn.postponed()).singleElement().satisfies(behind -> {
            assertThat(behind.id()).isEqualTo("a2");
            assertThat(behind.dueAt()).isEqualTo(NOW.plusSeconds(30));
            assertThat(behind.attempts()).isZero();
        });
        assertThat(turn.next(NOW)).isEqualTo(NOW.plusSeconds(5));
    }

    @Test
    void no_more_is_tried_at_once_than_is_asked_for() {
        Turn turn = Turn.of(List.of(message("a", 1, -1), message("a", 2, -1), message("b", 3, -1)), NOW, 2);
        assertThat(ids(turn.tried())).containsExactly("a1", "a2");
    }
}
