package dev.almanac.query.live;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.web.Rejected;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ReplayTurnsTest {
    private final ReplayTurns turns = new ReplayTurns(new StreamProperties(10, 10, 4, Duration.ofSeconds(1)));

    @Test
    void one_user_takes_half_of_them_at_most() {
        ReplayTurns.Turn first = turns.take("ana");
        turns.take("ana");
        assertThatThrownBy(() -> turns.take("ana")).isInstanceOf(Rejected.class);
        turns.take("bob");
        first.letGo();
        first.letGo();
        turns.take("ana");
        assertThatThrownBy(() -> turns.take("ana")).isInstanceOf(Rejected.class);
    }

    @Test
    void all_together_take_so_many_at_most() {
        ReplayTurns.Turn first = turns.take("a");
        turns.take("b");
        turns.take("c");
        turns.take("d");
        assertThatThrownBy(() -> turns.take("e")).isInstanceOf(Rejected.class);
        first.letGo();
        turns.take("e");
    }
}
