package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishedUpToTest {
    private final PublishedUpTo published =
            new PublishedUpTo(123, Map.of(PublishedUpTo.partitionName(Topic.SCHEDULES_V1, 3), 17L));

    @Test
    void is_written_as_the_contract_says() {
        assertThat(new String(published.write(), UTF_8))
                .isEqualTo("{\"position\":123,\"offsets\":{\"scheduling.schedules.v1-3\":17}}");
    }

    @Test
    void is_read_back_as_it_was_written() {
        assertThat(PublishedUpTo.read(published.write())).isEqualTo(published);
    }

    @Test
    void refuses_what_is_no_json() {
        assertThatThrownBy(() -> PublishedUpTo.read("x".getBytes(UTF_8))).isInstanceOf(UnreadableChange.class);
    }
}
