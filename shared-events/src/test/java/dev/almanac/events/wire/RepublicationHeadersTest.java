package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import dev.almanac.events.Republication;
import dev.almanac.events.calendar.CalendarChange.CalendarDeactivated;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepublicationHeadersTest {
    private static final String TOPIC = Topic.CALENDARS_V1;
    private static final Recorded<Change> ONCE = Recorded.of(
            new CalendarDeactivated("hall", null),
            new ChangeMetadata("id", "/test", Instant.parse("2026-03-02T09:00:00Z"), 4, 17, "ana", "corr", "cause"));
    private final ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);

    @Test
    void a_change_that_is_told_once_more_says_of_which_whole_it_is() {
        Recorded<Change> again = ONCE.in(new Republication("mended", 4, 6));
        RecordHeaders headers = new RecordHeaders();
        byte[] json = serde.serialize(TOPIC, headers, again);

        assertThat(serde.deserialize(TOPIC, headers, json)).isEqualTo(again);
        assertThat(serde.deserialize(TOPIC, headers, serde.serialize(TOPIC, headers, ONCE)))
                .as("the mark does not stay where it is not meant")
                .isEqualTo(ONCE);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "-1,3", "0,0", "one,3", "1,''"})
    void a_mark_that_is_none_makes_the_record_unreadable(String number, String count) {
        RecordHeaders headers = new RecordHeaders();
        byte[] json = serde.serialize(TOPIC, headers, ONCE);
        headers.add("republication", "mended".getBytes(UTF_8))
                .add("republicationnumber", number.getBytes(UTF_8))
                .add("republicationcount", count.getBytes(UTF_8));

        assertThatThrownBy(() -> serde.deserialize(TOPIC, headers, json)).isInstanceOf(UnreadableChange.class);
    }
}
