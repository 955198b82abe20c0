package dev.almanac.events.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Of every kind of poison, made of every change: what is read is whole, and all else is unreadable and nothing worse. */
class PoisonTest {
    private static final int RECORD_BYTES_MAX = 1_000_000;
    private final ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);

    @ParameterizedTest
    @EnumSource
    void is_unreadable_or_a_whole_change_and_fits_among_the_dead_letters(Poison poison) {
        for (Change good : Samples.latest()) {
            ProducerRecord<byte[], byte[]> record = poison.of(good);
            Throwable failure = catchThrowable(() -> read(record));
            assertThat(failure == null || failure instanceof UnreadableChange)
                    .as(good.type() + ": " + failure)
                    .isTrue();
            assertThat(bytes(DeadLetterRecord.of(
                            "topic.dlt", record.key(), record.value(), record.headers(), Map.of("reason", "none"))))
                    .isLessThan(RECORD_BYTES_MAX);
        }
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {
                "EMPTY_OBJECT",
                "WITHOUT_IDS",
                "IDS_ARE_NULL",
                "IDS_ARE_EMPTY",
                "IDS_OF_HALF_A_MEGABYTE",
                "IDS_ARE_OBJECTS",
                "NUL_IN_IDS",
                "FIELDS_ARE_NULL",
                "LONG_ID"
            })
    void a_change_without_its_ids_or_with_endless_ones_is_refused_when_it_is_read(Poison poison) {
        for (Change good : Samples.latest()) {
            assertThat(catchThrowable(() -> read(poison.of(good))))
                    .as(good.type())
                    .isInstanceOf(UnreadableChange.class);
        }
    }

    @Test
    void what_belongs_on_another_topic_is_refused_on_each() {
        for (Topic topic : Topic.values()) {
            assertThat(catchThrowable(() -> read(Poison.TYPE_OF_ANOTHER_TOPIC.on(topic))))
                    .isInstanceOf(UnreadableChange.class)
                    .hasMessageContaining("does not belong on " + topic.topicName());
        }
    }

    @Test
    void a_refusal_names_what_is_missing() {
        assertThat(catchThrowable(() -> read(Poison.EMPTY_OBJECT.on(Topic.CALENDARS))))
                .hasMessageContaining("calendarId is missing");
    }

    @Test
    void what_is_cut_says_how_long_it_was() {
        ProducerRecord<byte[], byte[]> record = Poison.AS_LARGE_AS_A_RECORD_MAY_BE.on(Topic.CALENDARS);
        ProducerRecord<byte[], byte[]> letter =
                DeadLetterRecord.of("topic.dlt", record.key(), record.value(), record.headers(), Map.of());
        assertThat(letter.value()).hasSize(DeadLetterRecord.VALUE_BYTES_MAX);
        assertThat(letter.headers().lastHeader("cut-value").value()).asString().isEqualTo("1047000");
    }

    private @Nullable Recorded<Change> read(ProducerRecord<byte[], byte[]> record) {
        return serde.deserialize(record.topic(), record.headers(), record.value());
    }

    private static int bytes(ProducerRecord<byte[], byte[]> letter) {
        int headers = 0;
        for (Header header : letter.headers()) {
            headers += header.key().length() + (header.value() == null ? 0 : header.value().length);
        }
        return headers
                + (letter.key() == null ? 0 : letter.key().length)
                + (letter.value() == null ? 0 : letter.value().length);
    }
}
