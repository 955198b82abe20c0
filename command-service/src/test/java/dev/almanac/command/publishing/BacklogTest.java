package dev.almanac.command.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BacklogTest {
    private static final Instant NOON = Instant.parse("2031-05-06T12:00:00Z");

    @Test
    void nothing_waits_where_all_is_published() {
        Backlog backlog = Backlog.NONE.seen(7, 7, NOON);
        assertThat(backlog.changes()).isZero();
        assertThat(backlog.seconds(NOON.plusSeconds(60))).isZero();
    }

    @Test
    void what_waits_waits_since_it_was_first_seen() {
        Backlog backlog = Backlog.NONE.seen(5, 7, NOON).seen(6, 9, NOON.plusSeconds(3));
        assertThat(backlog.changes()).isEqualTo(3);
        assertThat(backlog.seconds(NOON.plusSeconds(4))).isEqualTo(4);
    }

    @Test
    void under_steady_load_nothing_waits_for_longer_than_between_two_looks() {
        Backlog backlog = Backlog.NONE;
        for (int second = 0; second < 100; second++) {
            backlog = backlog.seen(10L * second, 10L * second + 5, NOON.plusSeconds(second));
        }
        assertThat(backlog.seconds(NOON.plusSeconds(100))).isEqualTo(1);
    }
}
