package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.Change;
import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Recorded;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody may write to a topic that is no good: no kind of it, on no topic, may keep a reader from what comes behind. */
public enum Poison {
    TOMBSTONE(record -> record.value(null)),
    TOMBSTONE_WITHOUT_HEADERS(record -> record.value(null).bare()),
    EMPTY(record -> record.value(new byte[0])),
    EMPTY_OBJECT(record -> record.json("{}")),
    ARRAY(record -> record.json("[]")),
    NULL(record -> record.json("null")),
    NUMBER(record -> record.json("3")),
    TRUNCATED(record -> record.value(Arrays.copyOf(record.bytes(), record.bytes().length - 2))),
    NOT_UTF_8(record -> record.value(new byte[] {(byte) 0xff, (byte) 0xfe, '{', '}'})),
    NUL_BYTES(record -> record.value(new byte[1000])),
    DEEPLY_NESTED(record -> record.json("{\"more\":" + "[".repeat(100_000))),
    NO_HEADERS(Draft::bare),
    NO_TYPE(record -> record.without("ce_type")),
    UNKNOWN_TYPE(record -> record.with("ce_type", "SomethingNewer.v9")),
    TYPE_WITHOUT_VALUE(record -> record.with("ce_type", null)),
    EMPTY_TYPE(record -> record.with("ce_type", "")),
    TYPE_OF_ANOTHER_TOPIC(record ->
            record.with("ce_type", record.topic == Topic.RUN_REPORTS ? "CalendarDeactivated.v1" : "RunSucceeded.v1")),
    NO_ID(record -> record.without("ce_id")),
    LONG_ID(record -> record.with("ce_id", "x".repeat(400_000))),
    NO_TIME(record -> record.without("ce_time")),
    TIME_IS_NONE(record -> record.with("ce_time", "yesterday")),
    NO_SOURCE(record -> record.without("ce_source")),
    SEQUENCE_IS_NO_NUMBER(record -> record.with("sequence", "seven")),
    SEQUENCE_IS_TOO_LARGE(record -> record.with("sequence", "9".repeat(40))),
    POSITION_IS_NO_NUMBER(record -> record.with("position", "-")),
    REVISION_IS_NO_NUMBER(record -> record.with("ce_dataschema", "urn:scheduling:schema:" + record.type + ":x")),
    REVISION_BEFORE_THE_FIRST(record -> record.with("ce_dataschema", "urn:scheduling:schema:" + record.type + ":-7")),
    HEADERS_OF_HALF_A_MEGABYTE(record -> record.json("{").with("note", "x".repeat(500_000))),
    NO_KEY(record -> record.json("{}").key(null)),
    NO_KEY_BUT_WHOLE(record -> record.key(null)),
    EMPTY_KEY(record -> record.json("{").key(new byte[0])),
    KEY_IS_NOT_UTF_8(record -> record.json("{").key(new byte[] {(byte) 0xc3, 0x28})),
    KEY_OF_HALF_A_MEGABYTE(record -> record.json("{").key(new byte[500_000])),
    WITHOUT_IDS(record -> record.ids((object, name) -> object.remove(name))),
    IDS_ARE_NULL(record -> record.ids((object, name) -> object.putNull(name))),
    IDS_ARE_EMPTY(record -> record.ids((object, name) -> object.put(name, ""))),
    IDS_OF_HALF_A_MEGABYTE(record -> record.firstId("x".repeat(500_000))),
    NUL_IN_IDS(record -> record.ids((object, name) -> object.put(name, "a\0b@20260302T090000"))),
    IDS_ARE_OBJECTS(record -> record.ids((object, name) -> object.putObject(name))),
    TEXT_OF_NEARLY_A_MEGABYTE(record -> record.firstText("x".repeat(900_000))),
    FIELDS_ARE_NULL(record -> record.fields((object, name) -> object.putNull(name))),
    FIELDS_ARE_LISTS_OF_NULL(
            record -> record.fields((object, name) -> object.putArray(name).addNull())),
    NUL_IN_TEXTS(record -> record.fields(Draft::nul)),
    YEAR_OF_NINE_DIGITS(record -> record.fields(Draft::farAway)),
    AS_LARGE_AS_A_RECORD_MAY_BE(record -> record.value(new byte[1_047_000])),
    AS_LARGE_AS_A_RECORD_MAY_BE_WITHOUT_HEADERS(
            record -> record.value(new byte[1_047_000]).bare());

    private static final List<String> TEXTS =
            List.of("title", "name", "description", "reason", "detail", "explanation", "note", "queue");

    /** A record that was good. */
    private static final class Draft {
        private final Topic topic;
        private final String type;
        private final RecordHeaders headers = new RecordHeaders();
        private byte @Nullable [] key;
        private byte @Nullable [] value;

        Draft(Topic topic, Change change) {
            this.topic = topic;
            this.type = change.type();
            ChangeMetadata metadata = new ChangeMetadata(
                    "poison", "/poison", Instant.parse("2026-03-02T09:00:00Z"), 0, 0, "poisoner", "request", "cause");
            key = change.subject().getBytes(UTF_8);
            value = new ChangeSerde<>(Change.class)
                    .serialize(topic.topicName(), headers, Recorded.of(change, metadata));
        }

        byte[] bytes() {
            return Objects.requireNonNull(value);
        }

        Draft key(byte @Nullable [] other) {
            key = other;
            return this;
        }

        Draft value(byte @Nullable [] other) {
            value = other;
            return this;
        }

        Draft json(String other) {
            return value(other.getBytes(UTF_8));
        }

        Draft bare() {
            Stream.of(headers.toArray()).forEach(header -> headers.remove(header.key()));
            return this;
        }

        Draft without(String header) {
            headers.remove(header);
            return this;
        }

        Draft with(String header, @Nullable String other) {
            headers.remove(header);
            headers.add(header, other == null ? null : other.getBytes(UTF_8));
            return this;
        }

        Draft ids(BiConsumer<ObjectNode, String> change) {
            return changed(change, true);
        }

        Draft fields(BiConsumer<ObjectNode, String> change) {
            return changed(change, false);
        }

        Draft firstId(String other) {
            boolean[] done = {false};
            return ids((object, name) -> {
                if (!done[0]) {
                    object.put(name, topic == Topic.RUN_REPORTS ? other + "@20260302T090000" : other);
                    done[0] = true;
                }
            });
        }

        Draft firstText(String other) {
            boolean[] done = {false};
            return fields((object, name) -> {
                if (!done[0] && object.get(name).isString() && TEXTS.contains(name)) {
                    object.put(name, other);
                    done[0] = true;
                }
            });
        }

        private static void nul(ObjectNode object, String name) {
            if (TEXTS.contains(name) && object.get(name).isString()) {
                object.put(name, "a\0b");
            }
        }

        private static void farAway(ObjectNode object, String name) {
            if (object.get(name).isString() && object.get(name).asString().startsWith("2026-")) {
                object.put(name, "+999999999" + object.get(name).asString().substring(4));
            }
        }

        private Draft changed(BiConsumer<ObjectNode, String> change, boolean idsOnly) {
            JsonNode json = ChangeJson.mapper().readTree(bytes());
            change(json, change, idsOnly);
            return value(ChangeJson.mapper().writeValueAsBytes(json));
        }

        private static void change(JsonNode json, BiConsumer<ObjectNode, String> change, boolean idsOnly) {
            if (json instanceof ObjectNode object) {
                for (String name : List.copyOf(object.propertyNames())) {
                    change(object.get(name), change, idsOnly);
                    if (!idsOnly || name.endsWith("Id")) {
                        change.accept(object, name);
                    }
                }
            } else if (json instanceof ArrayNode several) {
                several.forEach(each -> change(each, change, idsOnly));
            }
        }

        ProducerRecord<byte[], byte[]> record() {
            return new ProducerRecord<>(topic.topicName(), null, key, value, headers);
        }
    }

    @SuppressWarnings("ImmutableEnumChecker")
    private final UnaryOperator<Draft> spoil;

    Poison(UnaryOperator<Draft> spoil) {
        this.spoil = spoil;
    }

    /** Made of a good change of the topic. */
    public ProducerRecord<byte[], byte[]> on(Topic topic) {
        return of(Samples.latest().stream()
                .filter(sample -> Topic.of(sample) == topic)
                .findFirst()
                .orElseThrow());
    }

    /** Made of this change, which was good. */
    public ProducerRecord<byte[], byte[]> of(Change change) {
        return spoil.apply(new Draft(Topic.of(change), change)).record();
    }
}
