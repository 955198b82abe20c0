package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublishedUpToTest {
    private final PublishedUpTo published =
            new PublishedUpTo(123, Set.of(120L), Map.of(PublishedUpTo.partitionName(Topic.SCHEDULES_V1, 3), 17L));

    @Test
    void is_written_as_the_contract_says() {
        assertThat(new String(published.write(), UTF_8))
                .isEqualTo("{\"position\":123,\"gaps\":[120],\"offsets\":{\"scheduling.schedules.v1-3\":17}}");
    }

    @Test
    void is_read_back_as_it_was_written() {
        assertThat(PublishedUpTo.read(published.write())).isEqualTo(published);
    }

    @Test
    void covers_what_lies_below_it_unless_it_is_a_gap() {
        assertThat(published.covers(123)).isTrue();
        assertThat(published.covers(124)).isFalse();
        assertThat(published.covers(120)).isFalse();
    }

    @Test
    void refuses_what_is_no_json() {
        assertThatThrownBy(() -> PublishedUpTo.read("x".getBytes(UTF_8))).isInstanceOf(UnreadableChange.class);
    }
}
