package dev.almanac.expansion.rule;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.streams.SetAside;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnreadableStateTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Test
    void the_state_of_one_rule_that_cannot_be_read_is_set_aside_once_and_keeps_no_other_from_being_due() {
        long others = RuleTopology.undecidable();
        RuleWorld world = RuleWorld.with(NOON, Rules.cron("0 13 * * *"));
        world.keep("broken", "{\"sequence\": 7, \"definition\": \"?\"}".getBytes(UTF_8));
        world.startAt(NOON.plusSeconds(60));
        assertThatThrownBy(() -> world.clock(NOON.plusSeconds(61)))
                .isInstanceOf(SetAside.class)
                .hasMessageContaining("Definition");
        assertThat(RuleTopology.undecidable()).isEqualTo(others + 1);

        world.clock(NOON.plusSeconds(3600));
        assertThat(world.published(OccurrenceDue.class)).hasSize(1);
        world.stop();
        assertThat(RuleTopology.undecidable()).isEqualTo(others);
    }
}
