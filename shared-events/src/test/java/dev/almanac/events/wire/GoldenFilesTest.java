package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published contract: these files are never edited, a new shape is a new version. */
class GoldenFilesTest {

    static List<Change> changes() {
        return Samples.all();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_is_written_and_read_as_its_golden_file_says(Change change) throws IOException {
        String golden = golden(change.type());
        assertThat(ChangeJson.mapper().readTree(ChangeJson.write(change)))
                .isEqualTo(ChangeJson.mapper().readTree(golden));
        assertThat(ChangeJson.read(golden.getBytes(UTF_8), change.getClass())).isEqualTo(change);
    }

    @Test
    void every_change_type_has_a_golden_file() {
        assertThat(changes().stream().map(Change::type).collect(Collectors.toSet()))
                .isEqualTo(ChangeTypes.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_travels_as_a_cloud_event_in_binary_mode(Change change) {
        ChangeMetadata metadata = new ChangeMetadata(
                "id-1", "urn:scheduling:test", Instant.parse("2026-03-02T09:00:00Z"), 3, 17, "ana", "request", "cause");
        ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);
        RecordHeaders headers = new RecordHeaders();
        byte[] value = serde.serialize("topic", headers, Recorded.of(change, metadata));

        assertThat(ChangeHeaders.get(headers, "ce_specversion")).isEqualTo("1.0");
        assertThat(ChangeHeaders.get(headers, "ce_type"))
                .isEqualTo(change.type())
                .endsWith(".v1");
        assertThat(ChangeHeaders.get(headers, "ce_subject")).isEqualTo(change.subject());
        assertThat(serde.deserialize("topic", headers, value)).isEqualTo(Recorded.of(change, metadata));
    }

    @Test
    void a_type_that_this_build_does_not_know_is_passed_over_and_what_is_no_change_is_unreadable() {
        ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", "SomethingNewer.v9".getBytes(UTF_8));
        assertThat(serde.deserialize("topic", headers, "{}".getBytes(UTF_8))).isNull();

        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> serde.deserialize("topic", new RecordHeaders(), "{}".getBytes(UTF_8))))
                .isInstanceOf(UnreadableChange.class);
    }

    private static String golden(String type) throws IOException {
        try (InputStream file = GoldenFilesTest.class.getResourceAsStream("/golden/" + type + ".json")) {
            return new String(
                    Objects.requireNonNull(file, "no golden file for " + type).readAllBytes(), UTF_8);
        }
    }
}
