package dev.almanac.events.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.events.ChangeMetadata;
import dev.almanac.events.Republication;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 binary-mode headers (Kafka protocol binding 3.2) plus this product's own extensions. */
final class ChangeHeaders {
    static final String TYPE = "ce_type";
    private static final String SCHEMA = "ce_dataschema";
    private static final String REPUBLICATION = "republication";
    private static final String REPUBLICATION_NUMBER = "republicationnumber";
    private static final String REPUBLICATION_COUNT = "republicationcount";
    /** Of what names a change or its cause. */
    private static final int NAME_LENGTH_MAX = 1000;

    private ChangeHeaders() {}

    static void write(Schema schema, String subject, ChangeMetadata metadata, Headers headers) {
        writeEvent(schema, subject, metadata.id(), metadata.source(), metadata.time(), headers);
        if (metadata.sequence() != ChangeMetadata.UNNUMBERED) {
            set(headers, "sequence", Long.toString(metadata.sequence()));
        }
        set(headers, "position", Long.toString(metadata.position()));
        set(headers, "actor", metadata.actor());
        set(headers, "correlationid", metadata.correlationId());
        set(headers, "causationid", metadata.causationId());
    }

    /** What CloudEvents itself asks for. */
    static void writeEvent(Schema schema, String subject, String id, String source, Instant time, Headers headers) {
        set(headers, "ce_specversion", "1.0");
        set(headers, "ce_id", id);
        set(headers, TYPE, schema.type());
        set(headers, "ce_source", source);
        set(headers, "ce_subject", subject);
        set(headers, "ce_time", time.truncatedTo(ChronoUnit.MILLIS).toString());
        set(headers, SCHEMA, schema.urn());
        set(headers, "content-type", "application/json");
    }

    static void mark(@Nullable Republication republication, Headers headers) {
        if (republication == null) {
            headers.remove(REPUBLICATION).remove(REPUBLICATION_NUMBER).remove(REPUBLICATION_COUNT);
        } else {
            set(headers, REPUBLICATION, republication.id());
            set(headers, REPUBLICATION_NUMBER, Long.toString(republication.number()));
            set(headers, REPUBLICATION_COUNT, Long.toString(republication.count()));
        }
    }

    static @Nullable Republication republication(Headers headers) {
        return headers.lastHeader(REPUBLICATION) == null
                ? null
                : new Republication(
                        name(headers, REPUBLICATION),
                        Long.parseLong(get(headers, REPUBLICATION_NUMBER)),
                        Long.parseLong(get(headers, REPUBLICATION_COUNT)));
    }

    static Schema schema(Headers headers) {
        return Schema.described(get(headers, TYPE), getOr(headers, SCHEMA, ""));
    }

    /** Other teams write CloudEvents too, such as reports of runs, and know nothing of our extensions. */
    static ChangeMetadata metadata(Headers headers) {
        String id = name(headers, "ce_id");
        String source = name(headers, "ce_source");
        return new ChangeMetadata(
                id,
                source,
                Instant.parse(get(headers, "ce_time")),
                Long.parseLong(getOr(headers, "sequence", Long.toString(ChangeMetadata.UNNUMBERED))),
                Long.parseLong(getOr(headers, "position", "0")),
                getOr(headers, "actor", source),
                getOr(headers, "correlationid", id),
                getOr(headers, "causationid", id));
    }

    private static String getOr(Headers headers, String name, String fallback) {
        return headers.lastHeader(name) == null ? fallback : get(headers, name);
    }

    private static String name(Headers headers, String name) {
        String value = get(headers, name);
        if (value.isEmpty() || value.length() > NAME_LENGTH_MAX) {
            throw new UnreadableChange("header " + name + " is empty or longer than " + NAME_LENGTH_MAX);
        }
        return value;
    }

    static String get(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        if (header == null || header.value() == null) {
            throw new UnreadableChange("header " + name + " is missing");
        }
        return new String(header.value(), UTF_8);
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(UTF_8));
    }
}
