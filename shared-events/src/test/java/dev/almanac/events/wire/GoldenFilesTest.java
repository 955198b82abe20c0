package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** The published contract: these files are never edited, what has grown is a new revision. */
class GoldenFilesTest {
    private static final ChangeMetadata METADATA = new ChangeMetadata(
            "id-1", "urn:scheduling:test", Instant.parse("2026-03-02T09:00:00Z"), 3, 17, "ana", "request", "cause");

    static List<Change> changes() {
        return Samples.latest();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_is_written_and_read_as_its_golden_file_says(Change change) {
        Schema schema = Schema.of(change.getClass());
        byte[] golden = GoldenFiles.of(schema);
        assertThat(ChangeJson.mapper().readTree(ChangeJson.write(change)))
                .isEqualTo(ChangeJson.mapper().readTree(golden));
        assertThat(ChangeJson.read(golden, schema)).isEqualTo(change);
    }

    @ParameterizedTest
    @MethodSource("olderRevisions")
    void the_golden_file_of_an_earlier_revision_is_read_as_the_change_of_today(Schema older, Change change) {
        assertThat(ChangeJson.read(GoldenFiles.of(older), older)).isEqualTo(change);
        assertThat(throughKafka(older, GoldenFiles.of(older))).isEqualTo(change);
    }

    static List<Arguments> olderRevisions() {
        return Samples.all().stream()
                .flatMap(change -> {
                    Schema latest = Schema.of(change.getClass());
                    return IntStream.range(1, latest.revision())
                            .mapToObj(revision ->
                                    Arguments.of(new Schema(latest.type(), revision), Samples.in(revision, change)));
                })
                .toList();
    }

    @Test
    void there_is_a_golden_file_of_an_earlier_revision() {
        assertThat(olderRevisions()).isNotEmpty();
    }

    @Test
    void a_revision_that_is_newer_than_this_build_is_read_as_far_as_it_is_understood() {
        Schema newer = new Schema("EventRemovedFromCalendar.v1", 9);
        ObjectNode json = (ObjectNode) ChangeJson.mapper().readTree(GoldenFiles.of(newer.latest()));
        byte[] grown = ChangeJson.mapper().writeValueAsBytes(json.put("weather", "rain"));

        assertThat(throughKafka(newer, grown)).isEqualTo(ChangeJson.read(grown, newer.latest()));
    }

    @Test
    void an_older_record_without_a_schema_or_with_somebody_elses_is_of_the_first_revision() {
        Schema first = new Schema("EventRemovedFromCalendar.v1", 1);
        for (String schema : List.of("", first.urn(), "https://example.org/removed.json")) {
            RecordHeaders headers = headers(first);
            headers.remove("ce_dataschema").add("ce_dataschema", schema.getBytes(UTF_8));
            assertThat(ChangeHeaders.schema(headers)).isEqualTo(first);
        }
        assertThat(first.urn()).isEqualTo("urn:scheduling:schema:EventRemovedFromCalendar.v1");
        assertThat(first.latest().urn()).isEqualTo("urn:scheduling:schema:EventRemovedFromCalendar.v1:2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[]", "3", "", "{"})
    void what_is_no_object_is_unreadable_in_any_revision(String json) {
        for (int revision = 1; revision <= 2; revision++) {
            Schema schema = new Schema("EventRemovedFromCalendar.v1", revision);
            assertThat(catchThrowable(() -> throughKafka(schema, json.getBytes(UTF_8))))
                    .isInstanceOf(UnreadableChange.class);
        }
    }

    private static Change throughKafka(Schema schema, byte[] json) {
        return Objects.requireNonNull(new ChangeSerde<>(Change.class).deserialize("topic", headers(schema), json))
                .change();
    }

    private static RecordHeaders headers(Schema schema) {
        RecordHeaders headers = new RecordHeaders();
        ChangeHeaders.write(schema, "event-1", METADATA, headers);
        return headers;
    }

    @Test
    void every_change_type_has_a_golden_file() {
        assertThat(changes().stream().map(Change::type).collect(Collectors.toSet()))
                .isEqualTo(ChangeTypes.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void a_change_travels_as_a_cloud_event_in_binary_mode(Change change) {
        ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);
        RecordHeaders headers = new RecordHeaders();
        byte[] value = serde.serialize("topic", headers, Recorded.of(change, METADATA));

        assertThat(ChangeHeaders.get(headers, "ce_specversion")).isEqualTo("1.0");
        assertThat(ChangeHeaders.get(headers, "ce_type"))
                .isEqualTo(change.type())
                .endsWith(".v1");
        assertThat(ChangeHeaders.get(headers, "ce_subject")).isEqualTo(change.subject());
        assertThat(serde.deserialize("topic", headers, value)).isEqualTo(Recorded.of(change, METADATA));
    }

    @Test
    void a_type_that_this_build_does_not_know_is_passed_over_and_what_is_no_change_is_unreadable() {
        ChangeSerde<Change> serde = new ChangeSerde<>(Change.class);
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", "SomethingNewer.v9".getBytes(UTF_8));
        assertThat(serde.deserialize("topic", headers, "{}".getBytes(UTF_8))).isNull();

        assertThat(catchThrowable(() -> serde.deserialize("topic", new RecordHeaders(), "{}".getBytes(UTF_8))))
                .isInstanceOf(UnreadableChange.class);
    }
}
